package io.caseclock.notify.notice.document.file;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeContent;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentRenderer;
import io.caseclock.notify.notice.document.DocumentText;
import io.caseclock.notify.notice.document.IssuedDocuments;
import io.caseclock.notify.packs.RulePacks;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders HTML by the templates of the pack; a template is given plain values and no objects. */
public final class TemplateRenderer implements DocumentRenderer {

  /** The most code points of all faults' texts together, in one place of the document. */
  private static final int LONGEST_TOGETHER = 60_000;

  private final Template notice;
  private final Template order;
  private final Directory directory;
  private final MessageTexts wording;
  private final RulePacks packs;

  /**
   * @param noticeTemplate Qute text that gives well-formed XHTML
   * @param orderTemplate the same for supervision orders
   */
  public TemplateRenderer(
      String noticeTemplate,
      String orderTemplate,
      Directory directory,
      MessageTexts wording,
      RulePacks packs) {
    var engine =
        Engine.builder()
            .addDefaults()
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();
    var html = Variant.forContentType(Variant.TEXT_HTML);
    this.notice = engine.parse(noticeTemplate, html, "notice");
    this.order = engine.parse(orderTemplate, html, "supervision-order");
    this.directory = directory;
    this.wording = wording;
    this.packs = packs;
  }

  @Override
  public IssuedDocuments render(Notice issued, NoticeContent content) {
    var json = NoticeJson.of(issued, content);
    var template = issued.kind() == NoticeKind.NOTICE ? notice : order;
    var html = template.instance().data(values(issued, content, json)).render();
    return new IssuedDocuments(json, StoredDocument.of(html.getBytes(StandardCharsets.UTF_8)));
  }

  private Map<String, Object> values(Notice issued, NoticeContent content, StoredDocument json) {
    Map<String, Object> values = new HashMap<>();
    values.put("id", issued.id());
    values.put("number", DocumentText.of(issued.number()));
    values.put("unit", unit(issued.unit()));
    values.put("issuer", unit(content.issuingUnit()));
    values.put("officer", officer(issued));
    values.put("caseId", DocumentText.of(issued.caseId()));
    values.put("cause", shown(content.cause(), DocumentText.LONGEST));
    values.put("issuedAt", both(wording.moment(issued.issuedAt(), issued.zone())));
    values.put("faults", faults(issued, content.faults()));
    values.put("english", packs.hasEnglishAnnex(issued.rule()));
    values.put("sha256", json.sha256());
    values.put("lower", content.lower() == null ? Map.of() : lower(content.lower()));
    return values;
  }

  private Map<String, String> unit(String id) {
    return both(directory.unit(id).map(unit -> unit.names()).orElse(new Names(id, id)));
  }

  /** By the name at the issue; nothing where nobody is named. */
  private String officer(Notice issued) {
    var id = issued.officer();
    if (id == null) {
      return "";
    }
    var name =
        directory
            .officer(id, issued.issuedAt())
            .map(OfficerEntry::name)
            .map(known -> known + " ")
            .orElse("");
    return DocumentText.of(name + id);
  }

  private List<Map<String, Object>> faults(Notice issued, List<Fault> faults) {
    List<Map<String, Object>> all = new ArrayList<>();
    var longest = Math.min(DocumentText.LONGEST, LONGEST_TOGETHER / Math.max(1, faults.size()));
    for (var fault : faults) {
      var one = fault(all.size() + 1, fault, longest);
      one.put("about", both(about(fault, issued.caseId())));
      all.add(one);
    }
    return all;
  }

  /** The thing as people call it, with its case where that is not the case of the notice. */
  private Names about(Fault fault, String caseOfNotice) {
    var thing = wording.thing(fault.subject());
    var isElsewhere = !fault.caseId().equals(caseOfNotice);
    return isElsewhere && !fault.subject().equals("case/" + fault.caseId())
        ? wording.say("thing.of-case", thing, fault.caseId())
        : thing;
  }

  private Map<String, Object> fault(int seq, Fault fault, int longest) {
    var deadline = fault.deadline();
    var dueAt = fault.dueAt();
    Map<String, Object> one = new HashMap<>();
    one.put("seq", seq);
    var names = fault.names();
    one.put("name", Map.of("zh", shown(names.zh(), longest), "en", shown(names.en(), longest)));
    one.put("subject", DocumentText.of(fault.subject()));
    one.put("severity", both(wording.say("severity." + fault.severity())));
    one.put("due", dueAt == null ? "" : both(wording.due(dueAt, fault.zone())));
    one.put("cutShort", deadline != null && deadline.status() == DeadlineStatus.CUT_SHORT);
    one.put("basis", fault.basis().stream().map(line -> shown(line, longest)).toList());
    one.put(
        "trace",
        deadline == null
            ? List.of()
            : deadline.trace().stream().map(TemplateRenderer::both).toList());
    return one;
  }

  private Map<String, Object> lower(Notice lower) {
    return Map.of(
        "number", DocumentText.of(lower.number()),
        "issuedAt", both(wording.moment(lower.issuedAt(), lower.zone())),
        "state", both(wording.say("state." + lower.state().wire())));
  }

  private static String shown(String text, int longest) {
    return DocumentText.of(DocumentText.shortened(text, longest));
  }

  private static Map<String, String> both(Names names) {
    return Map.of("zh", DocumentText.of(names.zh()), "en", DocumentText.of(names.en()));
  }
}
