package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.deadline.DeadlineState.Met;
import io.caseclock.monitor.deadline.DeadlineState.MetLate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call that is no matter of the police is diverted in time, and to the right place. */
class DivertedIncidentTest {

  private static final String INCIDENT = "incident/A990001";
  private static final String ACCEPTANCE = "incident-diversion-acceptance";
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");

  private final Story story =
      Story.ofTheCase()
          .to(INCIDENT, "2026-03-02 10:00", "incident-found-non-police")
          .to(INCIDENT, "2026-03-02 10:30", "incident-diverted");

  @Test
  void what_is_accepted_within_a_day_was_diverted_correctly_and_in_time() {
    story.to(INCIDENT, "2026-03-03 10:30", "incident-diversion-accepted");

    assertThat(states("incident-diversion")).hasOnlyElementsOfType(Met.class).hasSize(1);
    assertThat(states(ACCEPTANCE)).hasOnlyElementsOfType(Met.class).hasSize(1);
  }

  @Test
  void what_came_back_and_was_diverted_again_has_no_more_time_than_the_first_time() {
    story.to(INCIDENT, "2026-03-03 09:00", "incident-diverted");
    story.to(INCIDENT, "2026-03-03 10:31", "incident-diversion-accepted");

    assertThat(states(ACCEPTANCE)).hasAtLeastOneElementOfType(MetLate.class);
  }

  private List<DeadlineState> states(String rule) {
    return ShippedPack.engine().evaluate(story.timeline(), NOW).stream()
        .filter(deadline -> deadline.rule().id().equals(rule))
        .map(Deadline::state)
        .toList();
  }
}
