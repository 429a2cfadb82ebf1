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

class RollTest {

  @Nested
  class The_last_day {

    @ParameterizedTest
    @CsvSource({
      "2026-03-06, 2026-03-06",
      "2026-03-07, 2026-03-09",
      "2026-03-08, 2026-03-09",
      "2026-02-14, 2026-02-14",
      "2026-02-15, 2026-02-24",
      "2026-09-30, 2026-09-30",
      "2026-10-01, 2026-10-08",
      "2026-10-07, 2026-10-08",
      "2026-10-10, 2026-10-10",
      "2026-10-11, 2026-10-12",
      "2026-01-01, 2026-01-04",
    })
    void rolls_to_a_working_day_where_the_rule_says_so(LocalDate unrolled, LocalDate lastDay) {
      var story = Story.ofTheCase().on(unrolled.minusDays(1) + " 09:00", "begun");

      assertThat(lasting("1 calendar-days").rolling(Roll.NEXT_WORKING_DAY).lastDay(story))
          .isEqualTo(lastDay);
      assertThat(lasting("1 calendar-days").lastDay(story)).isEqualTo(unrolled);
    }

    @Test
    void stays_for_a_person_in_custody_and_rolls_for_one_at_liberty() {
      var rule = lasting("1 calendar-days").rolling(Roll.NONE_IF_IN_CUSTODY);
      var custody = Map.<String, Object>of("facts", Map.of("custody", true));
      var deadlines =
          rule.all(
              Story.ofTheCase()
                  .to("person/P-1", "2026-03-06 09:00", "begun", custody)
                  .to("person/P-2", "2026-03-06 09:00", "begun"));

      assertThat(due(InventedRule.of("person/P-1", deadlines)).on())
          .isEqualTo(LocalDate.of(2026, 3, 7));
      assertThat(due(InventedRule.of("person/P-2", deadlines)).on())
          .isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void stays_for_the_case_while_anybody_in_it_is_in_custody() {
      var rule = lasting("1 calendar-days").rolling(Roll.NONE_IF_IN_CUSTODY);
      var story = Story.ofTheCase().on("2026-03-06 09:00", "begun");
      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 3, 9));

      var custody = Map.<String, Object>of("facts", Map.of("custody", true));
      story.to("person/P-1", "2026-03-06 10:00", "facts-stated", custody);
      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 3, 7));

      var release = Map.<String, Object>of("facts", Map.of("custody", false));
      story.to("person/P-1", "2026-03-06 11:00", "facts-stated", release);
      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 3, 9));
    }
  }

  @Nested
  class Past_the_last_published_year {

    @ParameterizedTest
    @CsvSource({"2026-12-24, false", "2026-12-25, true", "2027-01-01, true"})
    void a_rolled_day_is_provisional(LocalDate unrolled, boolean provisional) {
      var rule = lasting("1 calendar-days").rolling(Roll.NEXT_WORKING_DAY);
      var deadline = rule.after(Story.ofTheCase().on(unrolled.minusDays(1) + " 09:00", "begun"));

      assertThat(due(deadline).provisional()).isEqualTo(provisional);
    }

    @Test
    void a_day_that_asks_no_calendar_is_certain() {
      var deadline =
          lasting("30 calendar-days").after(Story.ofTheCase().on("2026-12-30 09:00", "begun"));

      assertThat(due(deadline).provisional()).isFalse();
    }
  }
}
