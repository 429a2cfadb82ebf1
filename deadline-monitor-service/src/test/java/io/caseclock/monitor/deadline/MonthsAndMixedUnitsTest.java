package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Roll;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where months end, and periods that are counted in several units. */
class MonthsAndMixedUnitsTest {

  @Nested
  class A_month_that_begins_on_the_last_day_of_one {

    @ParameterizedTest(name = "{1} from {0}: {2}, or {3} where the last day answers to the last")
    @CsvSource({
      "2026-02-28, 3 months, 2026-05-28, 2026-05-31",
      "2026-02-28, 6 months, 2026-08-28, 2026-08-31",
      "2024-02-29, 12 months, 2025-02-28, 2025-02-28",
      "2025-02-28, 1 years, 2026-02-28, 2026-02-28",
      "2023-02-28, 1 years, 2024-02-28, 2024-02-29",
      "2026-01-31, 1 months, 2026-02-28, 2026-02-28",
      "2026-04-30, 1 months, 2026-05-30, 2026-05-31",
      "2026-04-29, 1 months, 2026-05-29, 2026-05-29",
      "2026-03-31, 1 months, 2026-04-30, 2026-04-30",
    })
    void ends_by_the_law_that_it_rests_on(
        LocalDate begun, String period, LocalDate corresponding, LocalDate last) {
      var story = Story.ofTheCase().on(begun + " 09:00", "begun");

      assertThat(due(lasting(period).after(story)).on()).isEqualTo(corresponding);
      assertThat(due(lasting(period).monthsEndOnTheLastDay().after(story)).on()).isEqualTo(last);
    }

    @Test
    void keeps_the_one_anchor_over_several_extensions() {
      var rule = lasting("2 months").extendable("1 months", 2, null, "county");
      var story =
          Story.ofTheCase()
              .on("2025-12-30 09:00", "begun")
              .on("2026-02-20 09:00", "extension-approved", approval("P1M"));

      assertThat(due(rule.after(story)).on()).isEqualTo("2026-03-30");
    }
  }

  @Nested
  class Steps_of_different_units {

    @ParameterizedTest(name = "{0} from 2026-03-02 end on {1}")
    @CsvSource({
      "1 months + 5 working-days, 2026-04-10",
      "10 working-days + 1 months, 2026-04-16",
      "10 working-days + 10 calendar-days, 2026-03-26",
      "1 months + 15 calendar-days, 2026-04-17",
      "1 years + 1 months, 2027-04-02",
      "1 months + 5 working-days + 1 months, 2026-05-10",
    })
    void are_counted_one_after_the_other(String period, LocalDate expected) {
      var story = Story.ofTheCase().on("2026-03-02 09:00", "begun");

      assertThat(due(lasting(period).after(story)).on()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, extended by {1}: {3}")
    @CsvSource({
      "1 months, 5 working-days, P5D, 2026-04-10",
      "10 working-days, 1 months, P1M, 2026-04-16",
      "10 working-days, 10 calendar-days, P10D, 2026-03-26",
    })
    void come_from_an_extension_in_its_own_unit(
        String period, String adds, String approved, LocalDate expected) {
      var rule = lasting(period).extendable(adds, 1, null, "county");
      var story =
          Story.ofTheCase()
              .on("2026-03-02 09:00", "begun")
              .on("2026-03-10 09:00", "extension-approved", approval(approved));

      assertThat(due(rule.after(story)).on()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, paused from {1} to {2}: {3}")
    @CsvSource({
      // In the month: ten days later it ends on Sunday 04-12, five working days on the 17th.
      "1 months + 5 working-days, 2026-03-10, 2026-03-20, 2026-04-17",
      // From its last day on: the working days begin after the pause.
      "1 months + 5 working-days, 2026-04-02, 2026-04-08, 2026-04-15",
      // Over the joint: 04-01 and 04-02 of the month are left, then five working days.
      "1 months + 5 working-days, 2026-03-31, 2026-04-08, 2026-04-17",
      // In the calendar days at the end.
      "10 working-days + 10 calendar-days, 2026-03-20, 2026-03-25, 2026-03-31",
    })
    void leave_out_a_span_wherever_it_falls(
        String period, LocalDate from, LocalDate to, LocalDate expected) {
      var rule = lasting(period).pausedBetween("sent-out", "returned");
      var story =
          Story.ofTheCase()
              .on("2026-03-02 09:00", "begun")
              .on(from + " 09:00", "sent-out")
              .on(to + " 09:00", "returned");

      assertThat(due(rule.after(story)).on()).isEqualTo(expected);
    }

    @Test
    void end_in_days_to_be_carried_on_where_the_last_step_is_one_of_days() {
      var rule = lasting("10 working-days + 5 calendar-days").rolling(Roll.NEXT_WORKING_DAY);
      var story = Story.ofTheCase().on("2026-03-02 09:00", "begun");

      // 03-16 + 5 is Saturday 03-21; Monday is the 23rd.
      assertThat(due(rule.after(story)).on()).isEqualTo("2026-03-23");
    }
  }

  private static Map<String, Object> approval(String adds) {
    return Map.of("rule", "invented", "adds", adds, "level", "county");
  }
}
