package io.caseclock.monitor.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.Packs;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeveralPacksTest {

  private static final List<Pack> PACKS =
      Packs.load(
          List.of("cn-public-security", "cn-court-mediation", "cn-guardianship-supervision"));
  private static final Law LAW = new Law(PACKS);
  private static final Instant NOW = at("2026-06-10T09:00");

  private final Set<CaseEvent> events = new LinkedHashSet<>();

  @Test
  void a_case_belongs_to_the_pack_whose_events_it_gets() {
    happens("court-mediation-material-received", "2026-06-01T10:00");

    assertThat(rules()).containsExactly("court-mediation-period");
  }

  @Test
  void a_case_that_gets_events_of_two_packs_belongs_to_both() {
    happens("case-filed", "2026-06-01T10:00");
    happens("commitment-signed", "2026-06-02T10:00");

    assertThat(rules()).contains("public-security-case-handling", "guardianship-next-visit");
  }

  @Test
  void each_rule_is_found_in_its_own_pack() {
    assertThat(LAW.rule("guardianship-next-visit").orElseThrow().pack().id())
        .isEqualTo("cn-guardianship-supervision");
    assertThat(LAW.rule("public-security-case-handling").orElseThrow().pack().id())
        .isEqualTo("cn-public-security");
  }

  @Test
  void a_visit_ends_one_period_and_begins_the_next_until_the_commitment_ends() {
    happens("commitment-signed", "2026-01-05T10:00");
    happens("visit-made", "2026-03-20T10:00");
    happens("visit-made", "2026-05-08T10:00");

    assertThat(visits())
        .extracting(deadline -> deadline.state().getClass().getSimpleName())
        .containsExactly("Met", "Met", "Running");

    happens("commitment-ended", "2026-06-01T10:00");

    assertThat(visits())
        .extracting(deadline -> deadline.state().getClass().getSimpleName())
        .containsExactly("Met", "Met", "Cancelled");
  }

  @Test
  void a_visit_that_came_late_is_met_late_and_the_next_counts_from_it() {
    happens("commitment-signed", "2026-01-05T10:00");
    happens("visit-made", "2026-04-08T10:00");

    assertThat(visits().getFirst().state()).isInstanceOf(DeadlineState.MetLate.class);
    assertThat(visits().getLast().state().whenDue().orElseThrow().on()).isEqualTo("2026-07-08");
  }

  @Test
  void a_higher_risk_shortens_the_period_that_is_open() {
    happens("commitment-signed", "2026-05-25T10:00");
    assertThat(rules()).containsExactly("guardianship-next-visit");

    happens(
        "facts-stated", "2026-06-03T10:00", Map.of("facts", Map.of("guardianshipRisk", "high")));

    assertThat(rules()).containsExactly("guardianship-next-visit-high-risk");
  }

  @Test
  void packs_that_clash_are_refused_with_both_names() {
    var copy = PACKS.getFirst().withRules(PACKS.getLast().rules());

    assertThatThrownBy(() -> new Law(List.of(copy, PACKS.getLast())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "the rule guardianship-next-visit is in cn-public-security and in"
                + " cn-guardianship-supervision");
  }

  private List<Deadline> visits() {
    return LAW.evaluate(timeline(), NOW).stream()
        .filter(deadline -> deadline.key().rule().equals("guardianship-next-visit"))
        .toList();
  }

  private List<String> rules() {
    return LAW.evaluate(timeline(), NOW).stream().map(deadline -> deadline.key().rule()).toList();
  }

  private Timeline timeline() {
    return Timeline.of("A990001", events);
  }

  private void happens(String type, String localTime) {
    happens(type, localTime, Map.of());
  }

  private void happens(String type, String localTime, Map<String, Object> data) {
    events.add(
        new CaseEvent(
            new EventId("urn:precinct:x01", "e" + events.size()),
            type,
            Subject.ofCase("A990001"),
            "A990001",
            at(localTime),
            at(localTime),
            null,
            "X0101",
            "O1",
            data));
  }

  private static Instant at(String localTime) {
    return OffsetDateTime.parse(localTime + ":00+08:00").toInstant();
  }
}
