package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.shanghai;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.pack.Roll;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

  @Nested
  class Counting_back_from_a_named_day {

    private final InventedRule notice = lasting("7 working-days").backward();

    private Story hearingOn(Object day) {
      return Story.ofTheCase().on("2026-03-01 09:00", "begun", Map.of("on", day));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-20, 7 calendar-days, 2026-03-13",
      "2026-03-20, 7 working-days, 2026-03-11",
      "2026-03-22, 7 calendar-days, 2026-03-15",
      "2026-02-25, 2 working-days, 2026-02-14",
      "2026-03-31, 1 months, 2026-02-28",
    })
    void finds_the_last_day_without_any_roll(String day, String period, LocalDate lastDay) {
      var rule = lasting(period).backward().rolling(Roll.NEXT_WORKING_DAY);

      assertThat(rule.lastDay(hearingOn(day))).isEqualTo(lastDay);
    }

    @Test
    void goes_back_also_where_the_first_day_counts() {
      var rule = lasting("7 calendar-days").backward().countingTheFirstDay();

      assertThat(rule.lastDay(hearingOn("2026-03-20"))).isEqualTo(LocalDate.of(2026, 3, 13));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-11 23:59:59, MET",
      "2026-03-12 00:00:00, MET_LATE",
      "2026-03-12 00:00:01, MET_LATE",
    })
    void is_met_by_an_act_up_to_that_day(String done, DeadlineStatus expected) {
      assertThat(notice.after(hearingOn("2026-03-20").on(done, "done")).state().status())
          .isEqualTo(expected);
    }

    @Test
    void is_met_by_an_act_before_the_day_was_known() {
      var story = hearingOn("2026-03-20").on("2026-02-27 10:00", "done");

      assertThat(notice.after(story).state().status()).isEqualTo(DeadlineStatus.MET);
    }

    @Test
    void is_not_met_by_an_act_for_a_day_that_was_cancelled() {
      var story =
          hearingOn("2026-03-20")
              .on("2026-03-05 10:00", "done")
              .on("2026-03-06 10:00", "ended")
              .on("2026-03-10 09:00", "begun", Map.of("on", "2026-04-20"));

      assertThat(notice.cancelledBy("ended").all(story))
          .extracting(deadline -> deadline.state().status())
          .containsExactly(DeadlineStatus.MET, DeadlineStatus.BREACHED);
    }

    @Test
    void applies_by_the_facts_of_its_own_event_though_the_act_came_before() {
      var rule = lasting("7 working-days").backward().when("kind", "grave");
      var story =
          Story.ofTheCase()
              .on("2026-02-27 10:00", "done")
              .on(
                  "2026-03-01 09:00",
                  "begun",
                  Map.of("on", "2026-03-20", "facts", Map.of("kind", "grave")));

      assertThat(rule.after(story).state().status()).isEqualTo(DeadlineStatus.MET);
    }

    @Test
    void opens_a_deadline_for_each_named_day() {
      var story =
          hearingOn("2026-03-20").on("2026-03-10 09:00", "begun", Map.of("on", "2026-04-20"));

      assertThat(notice.all(story))
          .extracting(deadline -> due(deadline).on())
          .containsExactly(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 4, 9));
    }

    @Test
    void takes_the_version_of_the_named_day() {
      var rule =
          lasting("7 calendar-days").backward().sinceLasting("2026-03-10", "3 calendar-days");

      assertThat(rule.after(hearingOn("2026-03-09")).version().id()).isEqualTo("old");
      assertThat(rule.after(hearingOn("2026-03-10")).version().id()).isEqualTo("new");
      assertThat(rule.after(hearingOn("2026-03-11")).version().id()).isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource({"2026-3-20", "next Friday", "2026-02-30", "''"})
    void counts_from_the_events_own_day_where_none_can_be_read(String day) {
      assertThat(lasting("7 calendar-days").backward().lastDay(hearingOn(day)))
          .isEqualTo(LocalDate.of(2026, 2, 22));
    }

    @Test
    void counts_from_the_events_own_day_where_a_number_is_named() {
      assertThat(lasting("7 calendar-days").backward().lastDay(hearingOn(20260320)))
          .isEqualTo(LocalDate.of(2026, 2, 22));
    }

    @Test
    void names_the_day_in_the_trace() {
      var start = notice.after(hearingOn("2026-03-20")).trace().getFirst();

      assertThat(start.after()).isEqualTo("2026-03-20");
      assertThat(start.sentence().zh()).contains("2026-03-20");
      assertThat(start.sentence().en()).contains("2026-03-20");
    }

    @Test
    void is_provisional_where_it_counts_over_an_unpublished_year() {
      var deadline = notice.after(hearingOn("2027-01-06"));

      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 12, 25));
      assertThat(due(deadline).provisional()).isTrue();
      assertThat(deadline.trace())
          .filteredOn(step -> step.kind() == TraceStep.Kind.PROVISIONAL)
          .extracting(step -> step.sentence().en())
          .containsExactly("Provisional: the holiday notice of 2027 is not published yet");
    }
  }

  @Nested
  class A_minimum_period_in_days {

    private final InventedRule wait = lasting("10 calendar-days").asMinimum();

    private Story served() {
      return Story.ofTheCase().on("2026-03-02 10:00", "begun");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-11 23:59:59, CUT_SHORT",
      "2026-03-12 00:00:00, MET",
      "2026-03-12 00:00:01, MET",
    })
    void is_cut_short_by_an_act_before_its_last_day(String done, DeadlineStatus expected) {
      assertThat(wait.after(served().on(done, "done")).state().status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-12 23:59:59, RUNNING",
      "2026-03-13 00:00:00, MET",
      "2026-03-13 00:00:01, MET",
    })
    void is_met_by_running_out(String now, DeadlineStatus expected) {
      assertThat(wait.after(served(), now).state().status()).isEqualTo(expected);
    }

    @Test
    void stays_broken_and_says_when() {
      var state = wait.after(served().on("2026-03-05 10:00", "done")).state();

      assertThat(state).isInstanceOf(DeadlineState.CutShort.class);
      assertThat(state.endedAt()).contains(shanghai("2026-03-05 10:00"));
    }
  }

  @Nested
  class A_minimum_period_in_hours {

    private final InventedRule wait = lasting("24 hours").asMinimum();

    @ParameterizedTest
    @CsvSource({
      "2026-03-03 09:59:59, CUT_SHORT",
      "2026-03-03 10:00:00, MET",
      "2026-03-03 10:00:01, MET",
    })
    void has_run_at_the_very_instant(String done, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-02 10:00", "begun").on(done, "done");

      assertThat(wait.after(story).state().status()).isEqualTo(expected);
    }
  }
}
