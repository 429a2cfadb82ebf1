package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.shanghai;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.deadline.TraceStep.Kind;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TollingUnitsTest {

  @Nested
  class In_a_period_of_working_days {

    private final InventedRule working = lasting("5 working-days").pausedBetween("sent", "back");

    private Story started() {
      return Story.ofTheCase().on("2026-03-05 10:00", "begun");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-06, 2026-03-07, 2026-03-12",
      "2026-03-06, 2026-03-08, 2026-03-12",
      "2026-03-07, 2026-03-08, 2026-03-12",
      "2026-03-06, 2026-03-09, 2026-03-13",
      "2026-03-08, 2026-03-09, 2026-03-13",
    })
    void a_pause_counts_in_working_days(String from, String to, LocalDate lastDay) {
      var story = started().on(from + " 08:00", "sent").on(to + " 08:00", "back");

      assertThat(working.lastDay(story)).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-11, 2026-03-16, 2026-03-17",
      "2026-03-12, 2026-03-12, 2026-03-12",
      "2026-03-12, 2026-03-13, 2026-03-13",
      "2026-03-12, 2026-03-15, 2026-03-13",
      "2026-03-12, 2026-03-16, 2026-03-16",
      "2026-03-13, 2026-03-16, 2026-03-12",
    })
    void a_pause_counts_up_to_the_last_day_on_which_it_may_begin(
        String from, String to, LocalDate lastDay) {
      var story = started().on(from + " 08:00", "sent").on(to + " 08:00", "back");

      assertThat(working.lastDay(story)).isEqualTo(lastDay);
    }

    @Test
    void a_pause_over_a_long_holiday_changes_nothing() {
      var story =
          Story.ofTheCase()
              .on("2026-02-13 10:00", "begun")
              .on("2026-02-15 08:00", "sent")
              .on("2026-02-23 20:00", "back");

      assertThat(working.lastDay(story)).isEqualTo(LocalDate.of(2026, 2, 27));
    }
  }

  @Nested
  class In_a_period_of_hours {

    private final InventedRule hours = lasting("24 hours").pausedBetween("sent", "back");

    @Test
    void a_pause_counts_to_the_minute() {
      var deadline =
          hours.after(
              Story.ofTheCase()
                  .on("2026-03-02 10:00", "begun")
                  .on("2026-03-02 12:00", "sent")
                  .on("2026-03-02 14:30", "back"));

      assertThat(due(deadline).at()).isEqualTo(shanghai("2026-03-03 12:30"));
      assertThat(deadline.trace())
          .filteredOn(step -> step.kind() == Kind.TOLLING)
          .extracting(step -> step.sentence().en())
          .containsExactly(
              "Invented 2026-03-02 12:00 to 2026-03-02 14:30: 2 h 30 min do not count");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-03 09:59, 2026-03-03 11:00",
      "2026-03-03 10:00, 2026-03-03 11:00",
      "2026-03-03 10:01, 2026-03-03 10:00",
    })
    void a_pause_counts_only_if_it_begins_by_the_last_instant(String from, String dueAt) {
      var back = from.equals("2026-03-03 09:59") ? "2026-03-03 10:59" : "2026-03-03 11:00";
      var deadline =
          hours.after(
              Story.ofTheCase().on("2026-03-02 10:00", "begun").on(from, "sent").on(back, "back"));

      assertThat(due(deadline).at()).isEqualTo(shanghai(dueAt));
    }
  }
}
