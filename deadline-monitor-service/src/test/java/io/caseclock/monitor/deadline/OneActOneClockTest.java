package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.period.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Requests and remedies of several kinds in one case, each with a clock of its own. */
class OneActOneClockTest {

  private static final String ONE = "person/P-1";
  private static final String OTHER = "person/P-2";
  private static final String REFUSED = "arrest-refusal-received";
  private static final String RECONSIDERATION = "arrest-refusal-reconsideration";
  private static final Instant NOW = Instant.parse("2026-03-31T02:00:00Z");

  private final Story story = Story.ofTheCase();

  @Test
  void a_request_about_one_suspect_leaves_the_refusal_of_the_other_open() {
    story.to(ONE, "2026-03-30 10:00", REFUSED).to(OTHER, "2026-03-30 10:00", REFUSED);
    story.to(ONE, "2026-03-30 15:00", "arrest-refusal-reconsideration-requested");

    assertThat(stateOf(RECONSIDERATION, ONE)).containsInstanceOf(DeadlineState.Met.class);
    assertThat(stateOf(RECONSIDERATION, OTHER)).containsInstanceOf(DeadlineState.Running.class);
  }

  @Test
  void a_request_about_a_non_prosecution_is_none_about_an_arrest() {
    story.to(ONE, "2026-03-30 10:00", REFUSED).on("2026-03-30 10:00", "non-prosecution-received");
    story.on("2026-03-30 15:00", "non-prosecution-reconsideration-requested");

    assertThat(stateOf(RECONSIDERATION, ONE)).containsInstanceOf(DeadlineState.Running.class);
    assertThat(stateOf("non-prosecution-reconsideration", "case/A990001"))
        .containsInstanceOf(DeadlineState.Met.class);
  }

  @Test
  void the_former_request_ends_what_it_ended() {
    story.to(ONE, "2026-03-30 10:00", REFUSED).on("2026-03-30 15:00", "reconsideration-requested");

    assertThat(stateOf(RECONSIDERATION, ONE)).containsInstanceOf(DeadlineState.Met.class);
  }

  @Test
  void the_court_is_told_of_a_forfeiture_once_nobody_can_contest_it_any_more() {
    var decidedByCourt = Map.<String, Object>of("facts", Map.of("bailDecidedBy", "court"));
    story.to(ONE, "2026-03-10 10:00", "forfeiture-announced", decidedByCourt);

    assertThat(stateOf("bail-deposit-reconsideration-application", ONE))
        .containsInstanceOf(DeadlineState.Lapsed.class);
    assertThat(stateOf("bail-sanction-notice", ONE).flatMap(DeadlineState::whenDue).map(Due::on))
        .contains(LocalDate.of(2026, 3, 19));
  }

  @Test
  void a_forfeiture_that_is_contested_in_time_is_told_only_when_it_was_upheld() {
    var decidedByCourt = Map.<String, Object>of("facts", Map.of("bailDecidedBy", "court"));
    story.to(ONE, "2026-03-10 10:00", "forfeiture-announced", decidedByCourt);
    story.to(ONE, "2026-03-12 10:00", "forfeiture-reconsideration-applied");
    assertThat(stateOf("bail-sanction-notice", ONE)).isEmpty();

    story.to(ONE, "2026-03-23 10:00", "bail-sanction-final");
    assertThat(stateOf("bail-sanction-notice", ONE).flatMap(DeadlineState::whenDue).map(Due::on))
        .contains(LocalDate.of(2026, 3, 26));
  }

  private Optional<DeadlineState> stateOf(String rule, String subject) {
    return ShippedPack.engine().evaluate(story.timeline(), NOW).stream()
        .filter(deadline -> deadline.rule().id().equals(rule))
        .filter(deadline -> deadline.key().subject().toString().equals(subject))
        .map(Deadline::state)
        .findFirst();
  }
}
