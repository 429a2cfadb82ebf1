package io.caseclock.notify.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.message.Superseded;
import io.caseclock.pack.Match;
import io.caseclock.pack.Repeat;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationTest {

  private static final Instant OPENED = Instant.parse("2026-03-12T16:00:00Z");

  private static Escalation opened(@Nullable Repeat repeat) {
    var route =
        new Route(
            "example",
            Match.EVERYTHING,
            false,
            false,
            List.of(
                new Step(Duration.ZERO, List.of("officer"), List.of()),
                new Step(Duration.ofHours(4), List.of("unit-head"), List.of()),
                new Step(Duration.ofHours(24), List.of("bureau-leader"), List.of())),
            repeat,
            Duration.ofDays(7));
    return Escalation.opening("B1", "D1", "A1", "D0102", "O1", route, null, null, OPENED);
  }

  private static final Acknowledged PLAN =
      new Acknowledged("P1", "O1", "officer", OPENED, LocalDate.parse("2026-03-15"), "补办");

  @Test
  void the_first_step_is_told_when_the_breach_opens() {
    var escalation = opened(null);

    assertThat(escalation.step().map(Step::roles)).contains(List.of("unit-head"));
    assertThat(escalation.nextAt()).isEqualTo(OPENED.plus(Duration.ofHours(4)));
  }

  @Test
  void each_step_follows_after_the_time_between_them() {
    var second = opened(null).told(OPENED.plus(Duration.ofHours(4)));

    assertThat(second.step().map(Step::roles)).contains(List.of("bureau-leader"));
    assertThat(second.nextAt()).isEqualTo(OPENED.plus(Duration.ofHours(24)));
  }

  @Test
  void a_escalation_that_was_held_up_goes_on_step_by_step() {
    var late = OPENED.plus(Duration.ofDays(3));

    assertThat(opened(null).told(late).nextAt()).isEqualTo(late.plus(Duration.ofHours(20)));
  }

  @Test
  void without_repetition_the_escalation_ends_after_its_last_step() {
    var top = opened(null).told(OPENED).told(OPENED);

    assertThat(top.step()).isEmpty();
    assertThat(top.nextAt()).isNull();
  }

  @Test
  void the_top_is_said_again_at_growing_intervals_and_not_for_ever() {
    var repeat = new Repeat(Duration.ofDays(1), Duration.ofDays(3), 3);
    var top = opened(repeat).told(OPENED).told(OPENED);

    assertThat(top.isRepeating()).isTrue();
    assertThat(top.nextAt()).isEqualTo(OPENED.plus(Duration.ofDays(1)));
    assertThat(top.told(OPENED).nextAt()).isEqualTo(OPENED.plus(Duration.ofDays(2)));
    assertThat(top.told(OPENED).told(OPENED).nextAt()).isEqualTo(OPENED.plus(Duration.ofDays(3)));
    assertThat(top.told(OPENED).told(OPENED).told(OPENED).step()).isEmpty();
    assertThat(top.told(OPENED).told(OPENED).told(OPENED).nextAt()).isNull();
  }

  @Test
  void who_takes_it_on_stops_the_escalation() {
    assertThat(opened(null).acknowledged(PLAN).nextAt()).isNull();
  }

  @Test
  void a_plan_that_came_to_nothing_lets_it_go_on_from_where_it_stood() {
    var later = OPENED.plus(Duration.ofDays(4));

    var resumed = opened(null).acknowledged(PLAN).resumed(later);

    assertThat(resumed.nextAt()).isEqualTo(later);
    assertThat(resumed.step().map(Step::roles)).contains(List.of("unit-head"));
    assertThat(resumed.told(later).nextAt()).isEqualTo(later.plus(Duration.ofHours(20)));
  }

  @Test
  void what_is_over_tells_nobody() {
    var over = opened(null).ended(new Ended(Superseded.MET_LATE, OPENED));

    assertThat(over.nextAt()).isNull();
    assertThat(over.state().wire()).isEqualTo("ended");
  }

  @Test
  void every_change_has_a_version_of_its_own() {
    var escalation = opened(null);

    assertThat(escalation.version()).isEqualTo(1);
    assertThat(escalation.told(OPENED).version()).isEqualTo(2);
    assertThat(escalation.acknowledged(PLAN).resumed(OPENED).version()).isEqualTo(3);
  }
}
