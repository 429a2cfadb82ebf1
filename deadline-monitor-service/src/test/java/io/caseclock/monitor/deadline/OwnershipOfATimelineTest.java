package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strangers tell has no effect, and deadlines follow the case when it changes hands. */
class OwnershipOfATimelineTest {

  private static final Law LAW = new Law(List.of(ShippedPack.PACK));
  private static final Instant NOW = Instant.parse("2026-03-20T02:00:00Z");

  private final List<CaseEvent> events = new ArrayList<>();

  private void tells(String unit, String type, String at, Map<String, Object> data) {
    tells(unit, unit, "station", Subject.ofCase("A990001"), type, at, data);
  }

  private void tells(
      String by,
      String unit,
      String kind,
      Subject subject,
      String type,
      String at,
      Map<String, Object> data) {
    events.add(
        new CaseEvent(
            new EventId("urn:precinct:" + by, "e" + events.size()),
            type,
            subject,
            "A990001",
            Instant.parse(at),
            Instant.parse(at).plusSeconds(60),
            null,
            unit,
            "O-" + unit,
            new Posting(by, kind, false, "/X01/" + unit + "/"),
            data));
  }

  private Timeline timeline() {
    return LAW.timeline("A990001", events);
  }

  private List<Deadline> deadlines() {
    return LAW.evaluate(timeline(), NOW);
  }

  private Deadline firstOf(String startType) {
    return deadlines().stream()
        .filter(deadline -> timeline().event(deadline.key().start()).type().equals(startType))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_neighbours_decision_withdrawal_and_extension_change_nothing() {
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    var before = deadlines().stream().map(Deadline::state).toList();
    for (var type : List.of("decision-made", "case-withdrawn", "case-closed")) {
      tells("X0102", type, "2026-03-03T02:00:00Z", Map.of());
    }
    for (var deadline : deadlines()) {
      tells(
          "X0102",
          "extension-approved",
          "2026-03-04T02:00:00Z",
          Map.of("rule", deadline.rule().id(), "adds", "P30D", "level", "county"));
    }

    assertThat(before).isNotEmpty();
    assertThat(deadlines().stream().map(Deadline::state)).containsExactlyElementsOf(before);
    assertThat(deadlines()).allSatisfy(deadline -> assertThat(deadline.refused()).isEmpty());
    assertThat(timeline().strange()).hasSize(3 + before.size());
  }

  @Test
  void a_withdrawal_needs_the_same_source_or_an_administrator() {
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    tells(
        "X01",
        "event-withdrawn",
        "2026-03-03T02:00:00Z",
        Map.of("source", "urn:precinct:X0101", "id", "e0", "reason", "fictional"));
    assertThat(deadlines()).isNotEmpty();

    tells(
        "X0101",
        "event-withdrawn",
        "2026-03-03T03:00:00Z",
        Map.of("source", "urn:precinct:X0101", "id", "e0", "reason", "fictional"));
    assertThat(deadlines()).isEmpty();
  }

  @Test
  void what_is_open_follows_the_case_and_what_was_late_before_stays() {
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    assertThat(firstOf("case-filed").responsible().unit()).isEqualTo("X0101");

    tells(
        "X0101",
        "X0102",
        "station",
        Subject.ofCase("A990001"),
        "case-assigned",
        "2026-03-10T02:00:00Z",
        Map.of("reason", "fictional"));

    for (var deadline : deadlines()) {
      var lateFrom = deadline.state().whenDue().map(Due::lateFrom).orElse(Instant.MAX);
      var expected = lateFrom.isAfter(Instant.parse("2026-03-10T02:00:00Z")) ? "X0102" : "X0101";
      assertThat(deadline.responsible().unit()).as(deadline.rule().id()).isEqualTo(expected);
      assertThat(deadline.responsible().officer()).isEqualTo("O-" + expected);
    }
    assertThat(deadlines()).extracting(deadline -> deadline.responsible().unit()).contains("X0102");
  }

  @Test
  void what_another_organ_reports_starts_and_ends_deadlines_of_the_owner() {
    var person = Subject.parse("person/P-1");
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    tells(
        "X0101",
        "X0101",
        "station",
        person,
        "criminal-detention-announced",
        "2026-03-03T02:00:00Z",
        Map.of());
    tells(
        "X09",
        "X09",
        "custody",
        person,
        "detention-centre-entered",
        "2026-03-03T12:00:00Z",
        Map.of());

    assertThat(timeline().strange()).isEmpty();
    var ended =
        deadlines().stream()
            .filter(deadline -> deadline.state().status() == DeadlineStatus.MET)
            .toList();
    assertThat(ended).isNotEmpty();
    assertThat(deadlines())
        .extracting(deadline -> deadline.responsible().unit())
        .containsOnly("X0101");
  }
}
