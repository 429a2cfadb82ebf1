package io.caseclock.notify.bulletin.file;

import io.caseclock.contract.Names;
import io.caseclock.notify.bulletin.BulletinForm.Tongue;
import io.caseclock.notify.bulletin.BulletinLayout.Laid;
import io.caseclock.notify.bulletin.Table;
import io.caseclock.notify.bulletin.Table.Cell;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.document.DocumentText;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Well-formed XHTML by a template, which is given plain values and no objects. */
final class BulletinHtml {

  private static final String TEMPLATE = "/io/caseclock/notify/bulletin/bulletin.html";

  private final Template template;
  private final MessageTexts texts;

  BulletinHtml(MessageTexts texts) {
    this.texts = texts;
    this.template =
        Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build()
            .parse(read(), Variant.forContentType(Variant.TEXT_HTML), "bulletin");
  }

  private static String read() {
    try (var text = BulletinHtml.class.getResourceAsStream(TEMPLATE)) {
      if (text == null) {
        throw new IllegalStateException("the template is missing: " + TEMPLATE);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] write(Laid laid, String sha256, Tongue tongue) {
    Map<String, Object> values = new HashMap<>();
    values.put("lang", tongue.tag());
    values.put("title", pick(laid.title(), tongue));
    values.put("number", pick(laid.number(), tongue));
    values.put("lines", laid.lines().stream().map(line -> pick(line, tongue)).toList());
    values.put("tables", laid.tables().stream().map(table -> table(table, tongue)).toList());
    values.put("empty", pick(texts.say("bulletin.empty"), tongue));
    values.put("hashName", pick(texts.say("bulletin.hash"), tongue));
    values.put("sha256", sha256);
    return template.instance().data(values).render().getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> table(Table table, Tongue tongue) {
    var further = texts.say("bulletin.further", Long.toString(table.further()));
    return Map.of(
        "title", pick(table.title(), tongue),
        "head", table.head().stream().map(column -> pick(column, tongue)).toList(),
        "rows", table.rows().stream().map(row -> row(row, tongue)).toList(),
        "further", table.further() == 0 ? "" : pick(further, tongue));
  }

  private static List<Map<String, Object>> row(List<Cell> row, Tongue tongue) {
    return row.stream()
        .map(
            cell ->
                Map.<String, Object>of(
                    "text", pick(cell.text(), tongue), "number", cell.number() != null))
        .toList();
  }

  private static String pick(Names names, Tongue tongue) {
    return DocumentText.of(tongue == Tongue.ZH ? names.zh() : names.en());
  }
}
