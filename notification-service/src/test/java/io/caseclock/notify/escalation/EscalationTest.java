package io.caseclock.notify.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.message.Superseded;
import io.caseclock.pack.Lead;
import io.caseclock.pack.Match;
import io.caseclock.pack.Repeat;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import io.caseclock.time.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EscalationTest {

  private static final @Nullable Repeat NEVER = null;

  private static final WorkingTime TIME = EscalationsInMemory.TIME;

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
    return opened(route);
  }

  private static Escalation opened(Route route) {
    return opened(route, OPENED);
  }

  private static Escalation opened(Route route, Instant at) {
    return Escalation.opening("B1", "D1", "A1", "D0102", "O1", route, null, null, at, TIME);
  }

  /** A ladder that counts working time, opened when Thursday ends. */
  private static Escalation working(String... after) {
    return working(OPENED, after);
  }

  private static Escalation working(Instant opened, String... after) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Duration.ZERO, List.of("officer"), List.of()));
    for (var lead : after) {
      steps.add(new Step(Lead.parse(lead), List.of("bureau-leader"), List.of()));
    }
    var repeat = new Repeat(Lead.parse("2 working-days"), Lead.parse("3 working-days"), 2);
    return opened(
        new Route("w", Match.EVERYTHING, false, false, steps, repeat, Route.LONGEST_PLAN), opened);
  }

  @Test
  void steps_in_working_time_come_while_the_office_works() {
    var first = working("1 working-days", "3 working-days");
    var second = first.told(local("2026-03-16T09:00"), TIME);
    var repeated = second.told(local("2026-03-18T09:00"), TIME);

    // Opened at midnight before Friday the 13th: counted from when the office opens.
    assertThat(first.nextAt()).isEqualTo(local("2026-03-16T09:00"));
    assertThat(second.nextAt()).isEqualTo(local("2026-03-18T09:00"));
    assertThat(repeated.nextAt()).isEqualTo(local("2026-03-20T09:00"));
    assertThat(repeated.told(local("2026-03-20T09:00"), TIME).nextAt())
        .isEqualTo(local("2026-03-25T09:00"));
  }

  @Test
  void whenever_it_opens_no_later_step_falls_on_a_rest_day_or_outside_office_hours() {
    for (var hour = 0; hour < 14 * 24; hour++) {
      var opened = OPENED.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(7));
      var escalation = working(opened, "4 working-hours", "2 working-days", "5 working-days");
      for (var next = escalation.nextAt(); next != null; next = escalation.nextAt()) {
        assertThat(TIME.firstFrom(next)).isEqualTo(next).isAfter(opened);
        // Seen late, as after a standstill: the one after it is in working time all the same.
        escalation = escalation.told(next.plus(Duration.ofHours(31)), TIME);
      }
    }
  }

  @Test
  void hours_and_days_of_one_ladder_lie_as_far_apart_as_they_were_meant() {
    var first = working("4 working-hours", "2 working-days");

    assertThat(first.nextAt()).isEqualTo(local("2026-03-13T13:00"));
    assertThat(first.told(local("2026-03-13T13:00"), TIME).nextAt())
        .isEqualTo(local("2026-03-17T09:00"));
  }

  @Test
  void only_a_step_in_working_time_waits_for_the_office() {
    assertThat(working("1 working-days").countsWorkingTime()).isTrue();
    assertThat(working("PT1H").countsWorkingTime()).isFalse();
    assertThat(working("PT1H").told(OPENED, TIME).countsWorkingTime()).isTrue();
    assertThat(opened(NEVER).countsWorkingTime()).isFalse();
  }

  private static Instant local(String time) {
    return LocalDateTime.parse(time).atZone(TIME.zone()).toInstant();
  }

  private static final Acknowledged PLAN =
      new Acknowledged("P1", "O1", "officer", OPENED, LocalDate.parse("2026-03-15"), "补办");

  @Test
  void the_first_step_is_told_when_the_breach_opens() {
    var escalation = opened(NEVER);

    assertThat(escalation.step().map(Step::roles)).contains(List.of("unit-head"));
    assertThat(escalation.nextAt()).isEqualTo(OPENED.plus(Duration.ofHours(4)));
  }

  @Test
  void each_step_follows_after_the_time_between_them() {
    var second = opened(NEVER).told(OPENED.plus(Duration.ofHours(4)), TIME);

    assertThat(second.step().map(Step::roles)).contains(List.of("bureau-leader"));
    assertThat(second.nextAt()).isEqualTo(OPENED.plus(Duration.ofHours(24)));
  }

  @Test
  void a_escalation_that_was_held_up_goes_on_step_by_step() {
    var late = OPENED.plus(Duration.ofDays(3));

    assertThat(opened(NEVER).told(late, TIME).nextAt()).isEqualTo(late.plus(Duration.ofHours(20)));
  }

  @Test
  void without_repetition_the_escalation_ends_after_its_last_step() {
    var top = opened(NEVER).told(OPENED, TIME).told(OPENED, TIME);

    assertThat(top.step()).isEmpty();
    assertThat(top.nextAt()).isNull();
  }

  @Test
  void the_top_is_said_again_at_growing_intervals_and_not_for_ever() {
    var repeat = new Repeat(Duration.ofDays(1), Duration.ofDays(3), 3);
    var top = opened(repeat).told(OPENED, TIME).told(OPENED, TIME);

    assertThat(top.isRepeating()).isTrue();
    assertThat(top.nextAt()).isEqualTo(OPENED.plus(Duration.ofDays(1)));
    assertThat(top.told(OPENED, TIME).nextAt()).isEqualTo(OPENED.plus(Duration.ofDays(2)));
    assertThat(top.told(OPENED, TIME).told(OPENED, TIME).nextAt())
        .isEqualTo(OPENED.plus(Duration.ofDays(3)));
    assertThat(top.told(OPENED, TIME).told(OPENED, TIME).told(OPENED, TIME).step()).isEmpty();
    assertThat(top.told(OPENED, TIME).told(OPENED, TIME).told(OPENED, TIME).nextAt()).isNull();
  }

  @Test
  void who_takes_it_on_stops_the_escalation() {
    assertThat(opened(NEVER).acknowledged(PLAN).nextAt()).isNull();
  }

  @Test
  void a_plan_that_came_to_nothing_lets_it_go_on_from_where_it_stood() {
    var later = OPENED.plus(Duration.ofDays(4));

    var resumed = opened(NEVER).acknowledged(PLAN).resumed(later);

    assertThat(resumed.nextAt()).isEqualTo(later);
    assertThat(resumed.step().map(Step::roles)).contains(List.of("unit-head"));
    assertThat(resumed.told(later, TIME).nextAt()).isEqualTo(later.plus(Duration.ofHours(20)));
  }

  @Test
  void what_is_over_tells_nobody() {
    var over = opened(NEVER).ended(new Ended(Superseded.MET_LATE, OPENED));

    assertThat(over.nextAt()).isNull();
    assertThat(over.state().wire()).isEqualTo("ended");
  }

  @Test
  void every_change_has_a_version_of_its_own() {
    var escalation = opened(NEVER);

    assertThat(escalation.version()).isEqualTo(1);
    assertThat(escalation.told(OPENED, TIME).version()).isEqualTo(2);
    assertThat(escalation.acknowledged(PLAN).resumed(OPENED).version()).isEqualTo(3);
  }
}
