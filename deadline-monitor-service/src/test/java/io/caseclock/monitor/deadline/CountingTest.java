package io.caseclock.monitor.deadline;

import static io.caseclock.contract.DeadlineStatus.BREACHED;
import static io.caseclock.contract.DeadlineStatus.MET;
import static io.caseclock.contract.DeadlineStatus.MET_LATE;
import static io.caseclock.contract.DeadlineStatus.RUNNING;
import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.shanghai;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTest {

  @Nested
  class A_period_in_hours {

    private final InventedRule rule = lasting("24 hours");

    @ParameterizedTest
    @CsvSource({
      "2026-03-03 10:20:29, MET",
      "2026-03-03 10:20:30, MET",
      "2026-03-03 10:20:31, MET_LATE",
    })
    void is_met_up_to_the_very_instant(String done, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-02 10:20:30", "begun").on(done, "done");

      assertThat(rule.after(story).state().status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-03 10:20:29, RUNNING",
      "2026-03-03 10:20:30, RUNNING",
      "2026-03-03 10:20:31, BREACHED",
    })
    void runs_up_to_the_very_instant(String now, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-02 10:20:30", "begun");

      assertThat(rule.after(story, now).state().status()).isEqualTo(expected);
    }

    @Test
    void does_not_stop_for_a_holiday() {
      var story = Story.ofTheCase().on("2026-02-16 23:40", "begun");

      assertThat(due(rule.after(story)).at()).isEqualTo(shanghai("2026-02-17 23:40"));
    }

    @Test
    void is_the_same_stretch_of_time_where_a_clock_is_put_forward() {
      var newYork = ZoneId.of("America/New_York");
      var story = Story.ofTheCase().on("2026-03-08 13:00", "begun");

      var deadline =
          rule.engineIn(newYork).evaluate(story.timeline(), story.instant("2026-03-08 14:00"));

      assertThat(due(deadline.getFirst()).at()).isEqualTo(shanghai("2026-03-09 13:00"));
    }
  }

  @Nested
  class A_period_in_days {

    private final InventedRule rule = lasting("3 calendar-days");

    @ParameterizedTest
    @CsvSource({
      "2026-03-13 23:59:59, MET",
      "2026-03-14 00:00:00, MET_LATE",
      "2026-03-14 00:00:01, MET_LATE",
    })
    void is_met_until_its_last_day_is_over(String done, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-10 10:00", "begun").on(done, "done");

      assertThat(rule.after(story).state().status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-13 23:59:59, RUNNING",
      "2026-03-14 00:00:00, BREACHED",
      "2026-03-14 00:00:01, BREACHED",
    })
    void runs_until_its_last_day_is_over(String now, DeadlineStatus expected) {
      var story = Story.ofTheCase().on("2026-03-10 10:00", "begun");

      assertThat(rule.after(story, now).state().status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-09 23:59:59, 2026-03-12",
      "2026-03-10 00:00:00, 2026-03-13",
      "2026-03-10 23:59:59, 2026-03-13",
    })
    void leaves_out_the_day_on_which_it_starts(String begun, LocalDate lastDay) {
      assertThat(rule.lastDay(Story.ofTheCase().on(begun, "begun"))).isEqualTo(lastDay);
    }

    @Test
    void takes_its_days_from_the_packs_zone() {
      var story = Story.ofTheCase().on("2026-03-10 02:00", "begun");

      var deadline =
          rule.engineIn(ZoneId.of("Europe/Berlin"))
              .evaluate(story.timeline(), story.instant("2026-03-10 03:00"));

      assertThat(due(deadline.getFirst()).on()).isEqualTo(LocalDate.of(2026, 3, 12));
    }

    @Test
    void runs_from_hour_to_hour_where_the_first_day_counts() {
      var counting = lasting("10 calendar-days").countingTheFirstDay();
      var due = due(counting.after(Story.ofTheCase().on("2026-03-10 16:00", "begun")));

      assertThat(due.at()).isEqualTo(shanghai("2026-03-20 16:00"));
      assertThat(due.exact()).isTrue();
    }
  }

  @Nested
  class A_period_in_months {

    @ParameterizedTest
    @CsvSource({
      "2026-01-27, 1 months, 2026-02-27",
      "2026-01-28, 1 months, 2026-02-28",
      "2026-01-30, 1 months, 2026-02-28",
      "2026-01-31, 1 months, 2026-02-28",
      "2026-02-27, 1 months, 2026-03-27",
      "2026-02-28, 1 months, 2026-03-31",
      "2026-03-01, 1 months, 2026-04-01",
      "2024-01-31, 1 months, 2024-02-29",
      "2024-02-28, 1 months, 2024-03-28",
      "2024-02-29, 1 months, 2024-03-31",
      "2024-02-29, 12 months, 2025-02-28",
      "2024-02-29, 1 years, 2025-02-28",
      "2025-02-28, 1 years, 2026-02-28",
      "2023-02-28, 1 years, 2024-02-29",
      "2025-12-30, 2 months, 2026-02-28",
      "2026-04-30, 1 months, 2026-05-31",
    })
    void ends_on_the_same_day_or_the_last_of_the_month(
        String day, String period, LocalDate lastDay) {
      assertThat(
              lasting(period)
                  .monthsEndOnTheLastDay()
                  .lastDay(Story.ofTheCase().on(day + " 09:00", "begun")))
          .isEqualTo(lastDay);
    }

    @Test
    void ends_a_day_earlier_where_the_first_day_counts() {
      var rule = lasting("2 months").countingTheFirstDay();

      assertThat(rule.lastDay(Story.ofTheCase().on("2026-03-10 09:00", "begun")))
          .isEqualTo(LocalDate.of(2026, 5, 9));
    }

    @Test
    void counts_its_extensions_from_the_one_anchor() {
      var rule = lasting("2 months").extendable("1 months", 1, null, "county");
      var story =
          Story.ofTheCase()
              .on("2025-12-30 09:00", "begun")
              .on(
                  "2026-02-10 09:00",
                  "extension-approved",
                  Map.of("rule", "invented", "adds", "P1M", "level", "county"));

      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 3, 30));
    }
  }

  @Nested
  class A_period_in_working_days {

    @ParameterizedTest
    @CsvSource({
      "2026-03-05, 1 working-days, 2026-03-06",
      "2026-03-06, 1 working-days, 2026-03-09",
      "2026-03-07, 1 working-days, 2026-03-09",
      "2026-02-13, 1 working-days, 2026-02-14",
      "2026-02-14, 1 working-days, 2026-02-24",
      "2026-02-10, 5 working-days, 2026-02-24",
      "2026-02-26, 2 working-days, 2026-02-28",
      "2026-09-30, 1 working-days, 2026-10-08",
      "2026-10-08, 2 working-days, 2026-10-10",
      "2025-12-31, 1 working-days, 2026-01-04",
    })
    void counts_make_up_saturdays_and_leaves_out_holidays(
        String day, String period, LocalDate lastDay) {
      assertThat(lasting(period).lastDay(Story.ofTheCase().on(day + " 09:00", "begun")))
          .isEqualTo(lastDay);
    }
  }

  @Nested
  class A_very_long_term {

    @ParameterizedTest
    @CsvSource({"PT99999H", "P99999D", "P99999M", "P99999Y"})
    void is_counted_all_the_same(String term) {
      var story = Story.ofTheCase().on("2026-03-02 10:00", "begun", Map.of("term", term));

      assertThat(lasting("3 calendar-days").after(story).state().status())
          .isEqualTo(DeadlineStatus.RUNNING);
    }
  }

  @Nested
  class An_act_entered_late {

    @Test
    void is_in_time_if_it_was_done_in_time() {
      var story = Story.ofTheCase().on("2026-03-10 10:00", "begun");
      var rule = lasting("3 calendar-days");
      assertThat(rule.after(story, "2026-03-20 10:00").state().status()).isEqualTo(BREACHED);

      story.on("2026-03-13 10:00", "done");
      assertThat(rule.after(story, "2026-03-20 10:00").state().status()).isEqualTo(MET);
    }

    @Test
    void is_late_if_it_was_done_late() {
      var story = Story.ofTheCase().on("2026-03-10 10:00", "begun");
      var rule = lasting("3 calendar-days");
      assertThat(rule.after(story, "2026-03-12 10:00").state().status()).isEqualTo(RUNNING);

      story.on("2026-03-14 10:00", "done");
      assertThat(rule.after(story).state().status()).isEqualTo(MET_LATE);
    }
  }
}
