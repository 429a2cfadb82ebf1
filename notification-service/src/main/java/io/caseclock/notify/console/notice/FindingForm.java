package io.caseclock.notify.console.notice;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.WrittenText;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.issue.RecordFinding.Finding;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The form of a finding.
 *
 * @param key made with the form, so that a form sent twice makes one notice
 */
record FindingForm(
    String key,
    String unit,
    String officer,
    String caseId,
    String element,
    String provision,
    String text) {

  /** What may be supervised by hand. */
  static final List<String> ELEMENTS =
      List.of("case", "case-file", "incident", "person", "property", "venue", "notice");

  static final int LONGEST_CASE = 110;

  /** A provision as people cite it. */
  static final WrittenText PROVISION = WrittenText.line(300);

  static FindingForm blank(String unit, String caseId) {
    return new FindingForm(
        UUID.randomUUID().toString(), unit, "", caseId, ELEMENTS.getFirst(), "", "");
  }

  static FindingForm read(MultivaluedMap<String, String> form) {
    return new FindingForm(
        Forms.text(form, "key"),
        Forms.text(form, "unit"),
        Forms.text(form, "officer"),
        Forms.text(form, "caseId"),
        Forms.text(form, "element"),
        Forms.text(form, "provision"),
        Forms.text(form, "text"));
  }

  /** What was found; empty where something is missing, too long or no number of a case. */
  Optional<Finding> finding() {
    var isFit =
        !unit.isEmpty()
            && ELEMENTS.contains(element)
            && PROVISION.takes(provision)
            && NoticeSettings.TEXT.takes(text)
            && caseId.length() <= LONGEST_CASE;
    return isFit
        ? id().flatMap(
                id ->
                    identifier(caseId)
                        .map(
                            number ->
                                new Finding(
                                    id,
                                    unit,
                                    Forms.given(officer),
                                    number,
                                    element,
                                    provision,
                                    text)))
        : Optional.empty();
  }

  /** A field that nobody types, and that says nothing the page offers; empty where none does. */
  Optional<String> unoffered() {
    if (id().isEmpty()) {
      return Optional.of("key");
    }
    return unit.isEmpty()
        ? Optional.of("unit")
        : Optional.of("element").filter(any -> !ELEMENTS.contains(element));
  }

  /** The field for which {@link #finding()} is empty, the first of several. */
  String faulty() {
    if (DraftForm.caseNumber(caseId).isEmpty()) {
      return "caseId";
    }
    return PROVISION.takes(provision) ? "text" : "provision";
  }

  /** Whether there is a number of a case, and it is none that can be kept. */
  static boolean isFaultyCase(String text) {
    return !text.isEmpty() && DraftForm.caseNumber(text).isEmpty();
  }

  private Optional<String> id() {
    try {
      return Optional.of(UUID.fromString(key).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The one form in which the number of a case is kept; empty where it is none. */
  static Optional<String> identifier(String text) {
    return Identifier.read(text).asValue();
  }

  /** Leaves out what was found. */
  @Override
  public String toString() {
    return "FindingForm[" + unit + "]";
  }
}
