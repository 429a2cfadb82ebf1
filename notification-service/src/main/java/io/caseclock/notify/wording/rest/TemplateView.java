package io.caseclock.notify.wording.rest;

import io.caseclock.contract.Names;
import io.caseclock.notify.wording.Placeholder;
import io.caseclock.notify.wording.StoredTemplate;
import io.caseclock.notify.wording.Template;
import io.caseclock.notify.wording.TemplateKind;
import io.caseclock.notify.wording.TemplateKind.Part;
import io.caseclock.notify.wording.TemplateText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wording of a kind of message.
 *
 * @param version what to send with a change; 0 where nothing was ever changed
 * @param own whether it differs from the shipped wording
 * @param changedBy the officer, or the account where it is none; absent where nobody changed it
 * @param shippedTitle the wording that the suite comes with
 * @param example how it reads, filled with examples
 */
public record TemplateView(
    String kind,
    int version,
    boolean own,
    @Nullable String changedBy,
    @Nullable Instant changedAt,
    TemplateText title,
    TemplateText text,
    TemplateText shippedTitle,
    TemplateText shippedText,
    List<Names> titlePlaceholders,
    List<Names> textPlaceholders,
    Example example) {

  public TemplateView {
    titlePlaceholders = List.copyOf(titlePlaceholders);
    textPlaceholders = List.copyOf(textPlaceholders);
  }

  /** A message as people would read it. */
  public record Example(TemplateText title, TemplateText text) {}

  static TemplateView of(TemplateKind kind, @Nullable StoredTemplate stored) {
    var shipped = Template.shipped(kind);
    var own = stored == null ? null : stored.template();
    var holds = own == null ? shipped : own;
    var example = holds.example(kind);
    return new TemplateView(
        kind.wire(),
        stored == null ? 0 : stored.version(),
        own != null,
        stored == null ? null : stored.by(),
        stored == null ? null : stored.at(),
        holds.title(),
        holds.text(),
        shipped.title(),
        shipped.text(),
        names(kind, Part.TITLE),
        names(kind, Part.TEXT),
        new Example(example.title(), example.text()));
  }

  private static List<Names> names(TemplateKind kind, Part part) {
    return kind.placeholders(part).stream().map(Placeholder::names).toList();
  }
}
