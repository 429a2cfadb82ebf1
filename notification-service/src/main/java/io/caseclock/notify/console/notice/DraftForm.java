package io.caseclock.notify.console.notice;

import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.notice.NoticeSettings;
import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.notify.notice.draft.Draft.Content;
import io.caseclock.notify.notice.draft.Draft.Found;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The form of a draft, as it stands or as it was sent.
 *
 * @param id empty for a draft that is not kept yet
 * @param version that the visitor has seen; empty for a new one
 * @param known ids of faults that the monitor has told
 * @param found faults in own words, with empty rows for further ones
 */
record DraftForm(
    String id,
    String version,
    String unit,
    String officer,
    String caseId,
    String cause,
    List<String> known,
    List<Found> found) {

  private static final int EMPTY_ROWS = 2;
  private static final int LONGEST_NAME = 300;
  private static final Found EMPTY = new Found("case", "", "");

  DraftForm {
    known = List.copyOf(known);
    found = List.copyOf(found);
  }

  /** A form in which only the unit, and perhaps the case, is known. */
  static DraftForm blank(String unit, String caseId) {
    return new DraftForm("", "", unit, "", caseId, "", List.of(), rows(List.of()));
  }

  static DraftForm of(Draft draft) {
    var content = draft.content();
    return new DraftForm(
        draft.id(),
        Integer.toString(draft.version()),
        content.unit(),
        Objects.requireNonNullElse(content.officer(), ""),
        content.caseId(),
        content.cause(),
        content.known(),
        rows(content.found()));
  }

  static DraftForm read(String id, MultivaluedMap<String, String> form) {
    return new DraftForm(
        id,
        Forms.text(form, "version"),
        Forms.text(form, "unit"),
        Forms.text(form, "officer"),
        Forms.text(form, "caseId"),
        Forms.text(form, "cause"),
        all(form, "known").stream().filter(known -> !known.isBlank()).toList(),
        rows(found(form)));
  }

  private static List<Found> found(MultivaluedMap<String, String> form) {
    var elements = all(form, "element");
    var provisions = all(form, "provision");
    var texts = all(form, "text");
    List<Found> found = new ArrayList<>();
    for (var i = 0; i < Math.max(elements.size(), Math.max(provisions.size(), texts.size())); i++) {
      var one = new Found(at(elements, i), at(provisions, i).strip(), at(texts, i).strip());
      if (isWritten(one)) {
        found.add(one);
      }
    }
    return found;
  }

  /** What a row lacks is empty, and refused with it. */
  private static String at(List<String> column, int row) {
    return row < column.size() ? column.get(row) : "";
  }

  private static List<String> all(MultivaluedMap<String, String> form, String name) {
    return form.getOrDefault(name, List.of());
  }

  private static boolean isWritten(Found one) {
    return !one.provision().isEmpty() || !one.text().isEmpty();
  }

  private static List<Found> rows(List<Found> found) {
    List<Found> rows = new ArrayList<>(found);
    for (var i = 0; i < EMPTY_ROWS && rows.size() < Draft.MOST_FAULTS; i++) {
      rows.add(EMPTY);
    }
    return rows;
  }

  /** What the draft says; empty where something is missing, too long or no number of a case. */
  Optional<Content> content() {
    var written = found.stream().filter(DraftForm::isWritten).toList();
    var isFit =
        !unit.isEmpty()
            && (cause.isBlank() || NoticeSettings.TEXT.takes(cause))
            && written.stream().allMatch(DraftForm::isFit)
            && known.stream().allMatch(id -> id.length() <= LONGEST_NAME);
    return isFit
        ? caseNumber(caseId)
            .map(number -> new Content(unit, Forms.given(officer), number, cause, known, written))
        : Optional.empty();
  }

  private static boolean isFit(Found one) {
    return FindingForm.ELEMENTS.contains(one.element())
        && FindingForm.PROVISION.takes(one.provision())
        && NoticeSettings.TEXT.takes(one.text());
  }

  /** The field for which {@link #content()} is empty, the first of several. */
  String faulty() {
    if (caseNumber(caseId).isEmpty()) {
      return "caseId";
    }
    return cause.isBlank() || NoticeSettings.TEXT.takes(cause) ? "found" : "cause";
  }

  /** The one form of a number of a case; empty where it is none. */
  static Optional<String> caseNumber(String text) {
    return text.length() > FindingForm.LONGEST_CASE
        ? Optional.empty()
        : Optional.of(text).filter(it -> !it.isEmpty()).flatMap(FindingForm::identifier);
  }

  /** Whether the fault is ticked. */
  boolean isKnown(String id) {
    return known.contains(id);
  }

  /** Leaves out what is said. */
  @Override
  public String toString() {
    return "DraftForm[" + id + " " + unit + "]";
  }
}
