package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How deadlines end that are neither met nor breached. */
class EndsTest {

  @Nested
  class A_deadline_that_is_cancelled {

    private final InventedRule rule = lasting("10 calendar-days").cancelledBy("ended");

    private DeadlineState cancelledOn(String day) {
      var story = Story.ofTheCase().on("2026-03-02 09:00", "begun").on(day, "ended");
      return rule.after(story).state();
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-12 23:59:59, false",
      "2026-03-13 00:00:00, true",
      "2026-03-13 00:00:01, true",
    })
    void was_late_if_its_due_instant_had_passed(String cancelled, boolean late) {
      assertThat(cancelledOn(cancelled).status()).isEqualTo(DeadlineStatus.CANCELLED);
      assertThat(cancelledOn(cancelled).isLate()).isEqualTo(late);
    }

    @Test
    void keeps_its_due_day_once_it_was_late() {
      assertThat(cancelledOn("2026-03-20 09:00").whenDue().orElseThrow().on())
          .isEqualTo(LocalDate.of(2026, 3, 12));
      assertThat(cancelledOn("2026-03-05 09:00").whenDue()).isEmpty();
    }

    @Test
    void was_not_late_while_it_was_paused() {
      var pausing = rule.pausedBetween("sent-out", "returned");
      var story =
          Story.ofTheCase()
              .on("2026-03-02 09:00", "begun")
              .on("2026-03-05 09:00", "sent-out")
              .on("2026-03-20 09:00", "ended");

      assertThat(pausing.after(story).state().isLate()).isFalse();
    }

    @Test
    void says_in_its_trace_that_it_was_late() {
      var story = Story.ofTheCase().on("2026-03-02 09:00", "begun").on("2026-03-20 09:00", "ended");

      assertThat(rule.after(story).trace())
          .extracting(step -> step.sentence().en())
          .anyMatch(sentence -> sentence.contains("overdue by then"));
    }
  }

  @Nested
  class A_right {

    private final InventedRule right = lasting("10 calendar-days").thatLapses();

    @ParameterizedTest
    @CsvSource({
      "2026-03-12 23:59:59, RUNNING",
      "2026-03-13 00:00:00, LAPSED",
      "2026-03-13 00:00:01, LAPSED",
    })
    void lapses_with_its_last_day(String now, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-02 09:00", "begun");

      assertThat(right.after(story, now).state().status()).isEqualTo(expected);
      assertThat(right.after(story, now).state().isLate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-12 23:59:59, MET", "2026-03-13 00:00:00, LAPSED"})
    void is_used_in_time_or_has_lapsed(String used, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-02 09:00", "begun").on(used, "done");

      assertThat(right.after(story).state().status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-12 23:59:59, CANCELLED",
      "2026-03-13 00:00:00, LAPSED",
      "2026-03-20 09:00:00, LAPSED",
    })
    void that_has_lapsed_is_not_cancelled_any_more(String ended, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-02 09:00", "begun").on(ended, "ended");
      var state = right.cancelledBy("ended").after(story).state();

      assertThat(state.status()).isEqualTo(expected);
      assertThat(state.isLate()).isFalse();
    }
  }

  @Nested
  class A_minimum_period {

    @ParameterizedTest
    @CsvSource({
      "2026-03-12 23:59:59, CANCELLED",
      "2026-03-13 00:00:00, MET",
      "2026-03-20 09:00:00, MET",
    })
    void that_has_run_is_not_cancelled_any_more(String ended, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-02 09:00", "begun").on(ended, "ended");
      var rule = lasting("10 calendar-days").asMinimum().cancelledBy("ended");
      var state = rule.after(story).state();

      assertThat(state.status()).isEqualTo(expected);
      assertThat(state.isLate()).isFalse();
    }
  }
}
