package io.caseclock.monitor.deadline;

import static io.caseclock.contract.DeadlineStatus.BREACHED;
import static io.caseclock.contract.DeadlineStatus.MET;
import static io.caseclock.contract.DeadlineStatus.MET_LATE;
import static io.caseclock.contract.DeadlineStatus.PAUSED;
import static io.caseclock.contract.DeadlineStatus.RUNNING;
import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.deadline.TraceStep.Kind;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Trigger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TollingTest {

  private final InventedRule rule =
      lasting("30 calendar-days")
          .pausedBetween("sent", "back")
          .pausedBetween("asked", "heard")
          .restartedBy("renewed", Trigger.Scope.SUBJECT);

  private static Story begun() {
    return Story.ofTheCase().on("2026-03-02 10:00", "begun");
  }

  private static Story paused(String from, String to) {
    return begun().on(from + " 08:00", "sent").on(to + " 08:00", "back");
  }

  @Nested
  class A_closed_span {

    @ParameterizedTest
    @CsvSource({
      "2026-03-10, 2026-03-10, 2026-04-01",
      "2026-03-10, 2026-03-11, 2026-04-02",
      "2026-03-10, 2026-03-25, 2026-04-16",
    })
    void adds_its_days_without_the_first(String from, String to, LocalDate lastDay) {
      assertThat(rule.lastDay(paused(from, to))).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-31, 2026-04-10, 2026-04-11, 1",
      "2026-04-01, 2026-04-11, 2026-04-11, 1",
      "2026-04-02, 2026-04-12, 2026-04-01, 0",
    })
    void counts_only_if_it_begins_by_the_last_day(
        String from, String to, LocalDate lastDay, int counted) {
      var deadline = rule.after(paused(from, to));

      assertThat(due(deadline).on()).isEqualTo(lastDay);
      assertThat(steps(deadline, Kind.TOLLING)).hasSize(counted);
      assertThat(steps(deadline, Kind.TOLLING_IGNORED)).hasSize(1 - counted);
    }

    @Test
    void counts_if_it_begins_on_the_rolled_last_day() {
      var rolling =
          lasting("30 calendar-days").rolling(Roll.NEXT_WORKING_DAY).pausedBetween("sent", "back");
      var story =
          Story.ofTheCase()
              .on("2026-03-05 10:00", "begun")
              .on("2026-04-07 08:00", "sent")
              .on("2026-04-09 08:00", "back");

      assertThat(rolling.lastDay(story)).isEqualTo(LocalDate.of(2026, 4, 7));
      story.on("2026-04-07 09:00", "sent").on("2026-04-27 09:00", "back");
      assertThat(rolling.lastDay(story)).isEqualTo(LocalDate.of(2026, 4, 24));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-10, 2026-03-20, 2026-03-15, 2026-03-30, 2026-04-21",
      "2026-03-10, 2026-03-30, 2026-03-15, 2026-03-20, 2026-04-21",
      "2026-03-10, 2026-03-20, 2026-03-20, 2026-03-30, 2026-04-21",
      "2026-03-10, 2026-03-20, 2026-03-21, 2026-03-30, 2026-04-20",
    })
    void counts_once_where_it_overlaps_another(
        String sent, String back, String asked, String heard, LocalDate lastDay) {
      var story = paused(sent, back).on(asked + " 09:00", "asked").on(heard + " 09:00", "heard");

      assertThat(rule.lastDay(story)).isEqualTo(lastDay);
    }

    @Test
    void says_only_the_days_that_it_really_left_out() {
      var story =
          paused("2026-03-10", "2026-03-20")
              .on("2026-03-15 09:00", "asked")
              .on("2026-03-30 09:00", "heard");

      assertThat(rule.after(story).trace())
          .filteredOn(step -> step.kind() == Kind.TOLLING)
          .extracting(step -> step.sentence().en())
          .containsExactly(
              "Invented 2026-03-10 to 2026-03-20: 10 days do not count",
              "Invented 2026-03-20 to 2026-03-30: 10 days do not count");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-02-20, 2026-03-01, 2026-04-01",
      "2026-02-20, 2026-03-02, 2026-04-01",
      "2026-02-20, 2026-03-03, 2026-04-02",
      "2026-02-20, 2026-03-12, 2026-04-11",
    })
    void counts_from_the_start_where_it_began_before(String from, String to, LocalDate lastDay) {
      assertThat(rule.lastDay(paused(from, to))).isEqualTo(lastDay);
    }

    @Test
    void counts_from_a_restart_that_falls_into_it() {
      var story = paused("2026-03-10", "2026-03-30").on("2026-03-20 10:00", "renewed");

      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 4, 29));
    }

    @Test
    void whose_end_stands_before_its_beginning_has_not_ended() {
      var story = begun().on("2026-03-12 08:00", "back").on("2026-03-20 08:00", "sent");

      assertThat(rule.after(story).state().status()).isEqualTo(PAUSED);
    }
  }

  @Nested
  class A_span_that_still_lasts {

    @ParameterizedTest
    @CsvSource({
      "2026-03-31 23:00, PAUSED",
      "2026-04-01 23:00, PAUSED",
      "2026-04-02 00:00, BREACHED",
    })
    void pauses_the_period_if_it_began_in_time(String from, DeadlineStatus expected) {
      assertThat(rule.after(begun().on(from, "sent")).state().status()).isEqualTo(expected);
    }

    @Test
    void leaves_no_due_date_and_says_since_when() {
      var state = rule.after(begun().on("2026-03-10 08:00", "sent")).state();

      assertThat(state).isEqualTo(new DeadlineState.Paused(LocalDate.of(2026, 3, 10)));
      assertThat(state.whenDue()).isEmpty();
    }

    @Test
    void pauses_since_the_start_where_it_began_before() {
      var story = Story.ofTheCase().on("2026-02-20 08:00", "sent").on("2026-03-02 10:00", "begun");

      assertThat(rule.after(story).state())
          .isEqualTo(new DeadlineState.Paused(LocalDate.of(2026, 3, 2)));
    }

    @Test
    void gives_back_a_real_date_once_it_ends() {
      var story = begun().on("2026-03-10 08:00", "sent").on("2026-04-20 08:00", "back");
      var deadline = rule.after(story, "2026-04-20 09:00");

      assertThat(deadline.state().status()).isEqualTo(RUNNING);
      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 5, 12));
    }

    @Test
    void ends_with_the_deadline() {
      var story = begun().on("2026-03-10 08:00", "sent").on("2026-04-20 08:00", "done");
      var deadline = rule.after(story);

      assertThat(deadline.state().status()).isEqualTo(MET);
      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 5, 12));
    }

    @Test
    void cannot_move_a_deadline_that_has_ended_when_it_ends_later() {
      var story = begun().on("2026-03-10 08:00", "sent").on("2026-04-20 08:00", "done");
      var before = rule.after(story).state();

      story.on("2026-06-20 08:00", "back");
      assertThat(rule.after(story).state()).isEqualTo(before);
    }

    @Test
    void keeps_the_period_paused_until_the_last_of_several_ends() {
      var story =
          begun()
              .on("2026-03-10 08:00", "sent")
              .on("2026-03-12 08:00", "sent")
              .on("2026-03-20 08:00", "back");
      assertThat(rule.after(story).state().status()).isEqualTo(PAUSED);

      story.on("2026-03-25 08:00", "back");
      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 4, 16));
    }

    @Test
    void is_among_the_contributors_and_one_that_came_too_late_is_not() {
      assertThat(rule.after(begun().on("2026-03-10 08:00", "sent")).contributors())
          .containsExactly(told(1), told(2));
      assertThat(rule.after(begun().on("2026-04-10 08:00", "sent")).contributors())
          .containsExactly(told(1));
    }
  }

  @Nested
  class An_act_while_the_period_stands_still {

    private final InventedRule working =
        lasting("5 working-days")
            .pausedBetween("sent", "back")
            .cancelledBy("closed")
            .extendable("5 working-days", 1, null, "county");

    /** Due on Thursday 03-12, on which the pause begins. */
    private Story pausedOnTheLastDay() {
      return Story.ofTheCase().on("2026-03-05 10:00", "begun").on("2026-03-12 16:00", "sent");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-13 09:00", "2026-03-14 09:00", "2026-03-18 09:00"})
    void is_in_time_though_it_falls_on_a_rest_day(String done) {
      var state = working.after(pausedOnTheLastDay().on(done, "done")).state();

      assertThat(state.status()).isEqualTo(DeadlineStatus.MET);
      assertThat(state.whenDue().orElseThrow().on()).isEqualTo(done.substring(0, 10));
    }

    @Test
    void is_in_time_where_the_pause_falls_between_the_unrolled_and_the_rolled_last_day() {
      var rolling =
          lasting("30 calendar-days").rolling(Roll.NEXT_WORKING_DAY).pausedBetween("sent", "back");
      var story =
          Story.ofTheCase()
              .on("2026-03-05 10:00", "begun")
              .on("2026-04-07 08:00", "sent")
              .on("2026-04-08 08:00", "done");

      assertThat(rolling.after(story).state().status()).isEqualTo(DeadlineStatus.MET);
    }

    @Test
    void may_be_its_cancellation_which_is_not_late_either() {
      var state = working.after(pausedOnTheLastDay().on("2026-03-14 09:00", "closed")).state();

      assertThat(state.status()).isEqualTo(DeadlineStatus.CANCELLED);
      assertThat(state.isLate()).isFalse();
    }

    @Test
    void may_be_an_approval_also_where_the_pause_has_ended_since() {
      var story =
          ExtensionsTest.extended(pausedOnTheLastDay(), "2026-03-14 09:00", "P5D", "county")
              .on("2026-03-15 09:00", "back");

      assertThat(working.after(story).refused()).isEmpty();
      assertThat(working.lastDay(story)).isEqualTo(LocalDate.of(2026, 3, 20));
    }
  }

  @Test
  void a_late_act_stays_late_though_a_pause_began_after_the_end() {
    var story = begun().on("2026-04-03 08:00", "sent").on("2026-04-05 08:00", "done");

    assertThat(rule.after(story).state().status()).isEqualTo(MET_LATE);
    assertThat(rule.after(begun().on("2026-04-03 08:00", "sent")).state().status())
        .isEqualTo(BREACHED);
  }

  private static List<TraceStep> steps(Deadline deadline, Kind kind) {
    return deadline.trace().stream().filter(step -> step.kind() == kind).toList();
  }
}
