package io.caseclock.bench;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A fictional theft from report to prosecution: twenty events, two people, one item. */
public final class TheftCase {

  static final String ID = "A990001";

  private final List<CaseEvent> events = new ArrayList<>();
  private final String caseId;
  private final String unit;
  private final Duration later;

  static List<CaseEvent> events() {
    return of(ID, "X0101");
  }

  /** The same story as another case, in another unit. */
  public static List<CaseEvent> of(String caseId, String unit) {
    return of(caseId, unit, Duration.ZERO);
  }

  /** The same story, all of it so much later than in March 2026. */
  public static List<CaseEvent> of(String caseId, String unit, Duration later) {
    var story = new TheftCase(caseId, unit, later);
    story.report();
    story.inquiry();
    story.custody();
    return List.copyOf(story.events);
  }

  private void report() {
    happens("case", "report-received", "2026-03-01T13:05:00Z", Map.of());
    happens(
        "case",
        "case-accepted",
        "2026-03-01T14:00:00Z",
        Map.of("facts", Map.of("caseKind", "criminal")));
    happens("case", "case-filed", "2026-03-02T02:00:00Z", Map.of());
  }

  private void inquiry() {
    happens("person/P-1", "suspect-arrived", "2026-03-03T01:20:00Z", Map.of());
    happens("person/P-2", "suspect-arrived", "2026-03-03T01:40:00Z", Map.of());
    happens("person/P-1", "recording-made", "2026-03-03T03:00:00Z", Map.of());
    happens("item/I-1", "property-seized", "2026-03-03T04:00:00Z", Map.of());
    happens("item/I-1", "property-handed-over", "2026-03-03T09:00:00Z", Map.of());
    happens("person/P-2", "suspect-left", "2026-03-03T08:00:00Z", Map.of());
    happens("item/I-1", "appraisal-commissioned", "2026-03-04T02:00:00Z", Map.of());
    happens("item/I-1", "appraisal-opinion-received", "2026-03-12T02:00:00Z", Map.of());
  }

  private void custody() {
    happens("person/P-1", "suspect-left", "2026-03-03T12:00:00Z", Map.of());
    happens(
        "person/P-1",
        "criminal-detention-announced",
        "2026-03-03T12:10:00Z",
        Map.of("facts", Map.of("custody", true)));
    happens("person/P-1", "first-interrogation", "2026-03-04T01:00:00Z", Map.of());
    happens("person/P-1", "family-notified", "2026-03-04T02:00:00Z", Map.of());
    happens("person/P-1", "lawyer-meeting-requested", "2026-03-05T02:00:00Z", Map.of());
    happens("person/P-1", "lawyer-met", "2026-03-06T02:00:00Z", Map.of());
    happens("person/P-1", "arrest-executed", "2026-03-13T02:00:00Z", Map.of());
    happens(
        "person/P-1",
        "extension-approved",
        "2026-05-06T02:00:00Z",
        Map.of("rule", "investigation-custody", "adds", "P1M", "level", "procuratorate-city"));
    happens("case", "investigation-concluded", "2026-06-08T02:00:00Z", Map.of());
  }

  private void happens(String whom, String type, String at, Map<String, Object> data) {
    var subject = whom.equals("case") ? Subject.ofCase(caseId) : Subject.parse(whom);
    var when = Instant.parse(at).plus(later);
    events.add(
        new CaseEvent(
            new EventId("urn:precinct:x01", caseId + "-" + (events.size() + 1)),
            type,
            subject,
            caseId,
            when,
            when.plus(Duration.ofMinutes(5)),
            null,
            unit,
            "O1",
            data));
  }

  private TheftCase(String caseId, String unit, Duration later) {
    this.caseId = caseId;
    this.unit = unit;
    this.later = later;
  }
}
