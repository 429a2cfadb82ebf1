package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.pack.Roll;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionsTest {

  /** Begun on 2026-03-05, thirty days end on Saturday 04-04, which rolls to Tuesday 04-07. */
  static Story begun() {
    return Story.ofTheCase().on("2026-03-05 10:00", "begun");
  }

  static Map<String, Object> approval(Object adds, String level) {
    return Map.of("rule", "invented", "adds", adds, "level", level);
  }

  static Story extended(Story story, String at, Object adds, String level) {
    return story.on(at, "extension-approved", approval(adds, level));
  }

  static InventedRule twiceThirtyDays() {
    return lasting("30 calendar-days")
        .rolling(Roll.NEXT_WORKING_DAY)
        .extendable("30 calendar-days", 2, "90 calendar-days", "county");
  }

  static void assertRefused(Deadline deadline, int nth, Reason reason) {
    assertThat(deadline.refused()).containsExactly(new RefusedExtension(told(nth), reason));
    assertThat(deadline.contributors()).doesNotContain(told(nth));
    assertThat(deadline.trace())
        .extracting(TraceStep::kind)
        .contains(TraceStep.Kind.EXTENSION_REFUSED)
        .doesNotContain(TraceStep.Kind.EXTENSION);
  }

  @Nested
  class An_approval_in_time {

    @ParameterizedTest
    @CsvSource({"2026-03-05 10:00", "2026-04-04 23:59:59", "2026-04-07 23:59:59"})
    void counts_up_to_the_end_of_the_rolled_last_day(String at) {
      var deadline = twiceThirtyDays().after(extended(begun(), at, "P30D", "county"));

      assertThat(deadline.refused()).isEmpty();
      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 5, 6));
    }

    @Test
    void runs_on_from_the_unrolled_last_day() {
      var deadline =
          twiceThirtyDays().after(extended(begun(), "2026-04-07 09:00", "P20D", "county"));

      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 4, 24));
    }

    @Test
    void counts_while_the_period_is_paused() {
      var rule = twiceThirtyDays().pausedBetween("sent", "back");
      var story =
          extended(begun().on("2026-03-10 08:00", "sent"), "2026-06-10 08:00", "P30D", "county");
      assertThat(rule.after(story).state().status()).isEqualTo(DeadlineStatus.PAUSED);

      story.on("2026-06-20 08:00", "back");
      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 8, 14));
    }

    @Test
    void counts_on_the_last_day_that_a_pause_of_the_same_day_has_moved() {
      var rule =
          lasting("30 calendar-days")
              .pausedBetween("sent", "back")
              .extendable("30 calendar-days", 1, null, "county");
      var pausedFirst =
          extended(
              begun().on("2026-04-04 08:00", "sent").on("2026-04-14 08:00", "back"),
              "2026-04-14 20:00",
              "P30D",
              "county");
      var extendedFirst =
          extended(begun(), "2026-04-04 07:00", "P30D", "county")
              .on("2026-04-04 08:00", "sent")
              .on("2026-04-14 08:00", "back");

      assertThat(rule.lastDay(pausedFirst)).isEqualTo(LocalDate.of(2026, 5, 14));
      assertThat(rule.lastDay(extendedFirst)).isEqualTo(LocalDate.of(2026, 5, 14));
    }
  }

  @Nested
  class An_approval_has_no_effect {

    @Test
    void the_instant_after_the_rolled_last_day() {
      var deadline =
          twiceThirtyDays().after(extended(begun(), "2026-04-08 00:00", "P30D", "county"));

      assertRefused(deadline, 2, Reason.LATE);
      assertThat(deadline.state().status()).isEqualTo(DeadlineStatus.BREACHED);
    }

    @ParameterizedTest
    @CsvSource({"P29D, 0", "P30D, 0", "P31D, 1", "P1M, 1"})
    void that_adds_more_than_one_may(String adds, int refused) {
      var deadline = twiceThirtyDays().after(extended(begun(), "2026-04-01 09:00", adds, "county"));

      assertThat(deadline.refused()).hasSize(refused);
    }

    @ParameterizedTest
    @CsvSource({"P19D, 0", "P20D, 0", "P21D, 1"})
    void that_makes_the_whole_longer_than_it_may_be(String adds, int refused) {
      var rule =
          lasting("30 calendar-days")
              .extendable("30 calendar-days", 2, "80 calendar-days", "county");
      var story = extended(begun(), "2026-04-01 09:00", "P30D", "county");
      var deadline = rule.after(extended(story, "2026-05-01 09:00", adds, "county"));

      assertThat(deadline.refused())
          .hasSize(refused)
          .allMatch(refusal -> refusal.reason() == Reason.TOO_MUCH);
    }

    /** Three working days are counted as four and a half days. */
    @ParameterizedTest
    @CsvSource({"36 calendar-days, 1", "37 calendar-days, 0"})
    void that_makes_the_whole_longer_than_it_may_be_by_half_a_day(String total, int refused) {
      var rule = lasting("3 working-days").extendable("32 calendar-days", 1, total, "county");
      var deadline = rule.after(extended(begun(), "2026-03-06 09:00", "P32D", "county"));

      assertThat(deadline.refused()).hasSize(refused);
    }

    @Test
    void that_comes_once_too_often() {
      var story = extended(begun(), "2026-04-01 09:00", "P10D", "county");
      extended(story, "2026-04-02 09:00", "P10D", "county");
      var deadline = twiceThirtyDays().after(extended(story, "2026-04-03 09:00", "P10D", "county"));

      assertThat(deadline.refused())
          .containsExactly(new RefusedExtension(told(4), Reason.TOO_OFTEN));
      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 4, 24));
    }

    @ParameterizedTest
    @CsvSource({
      "unit-head, LEVEL_TOO_LOW",
      "procuratorate-supreme, LEVEL_TOO_LOW",
      "nobody, LEVEL_TOO_LOW",
    })
    void by_one_who_stands_too_low_or_in_another_line(String level, Reason reason) {
      assertRefused(
          twiceThirtyDays().after(extended(begun(), "2026-04-01 09:00", "P30D", level)), 2, reason);
    }

    @ParameterizedTest
    @CsvSource({"county", "city", "ministry"})
    void unless_the_approver_stands_high_enough(String level) {
      var deadline = twiceThirtyDays().after(extended(begun(), "2026-04-01 09:00", "P30D", level));

      assertThat(deadline.refused()).isEmpty();
    }

    @Test
    void without_a_level() {
      var story =
          begun()
              .on(
                  "2026-04-01 09:00",
                  "extension-approved",
                  Map.of("rule", "invented", "adds", "P30D"));

      assertRefused(twiceThirtyDays().after(story), 2, Reason.LEVEL_TOO_LOW);
    }

    @Test
    void where_the_rule_knows_no_extension() {
      var deadline =
          lasting("30 calendar-days")
              .after(extended(begun(), "2026-04-01 09:00", "P30D", "ministry"));

      assertRefused(deadline, 2, Reason.NOT_EXTENDABLE);
    }

    @ParameterizedTest
    @CsvSource({"soon", "P4W", "P0D", "P-3D", "PT24H", "''"})
    void whose_length_cannot_be_read_or_is_in_another_unit(String adds) {
      var deadline = twiceThirtyDays().after(extended(begun(), "2026-04-01 09:00", adds, "county"));

      assertRefused(deadline, 2, Reason.UNREADABLE);
      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 4, 7));
    }

    @Test
    void whose_length_is_a_number() {
      assertRefused(
          twiceThirtyDays().after(extended(begun(), "2026-04-01 09:00", 30, "county")),
          2,
          Reason.UNREADABLE);
    }

    @Test
    void that_adds_days_to_a_period_of_hours() {
      var hours = lasting("12 hours").extendable("36 hours", 1, null, "county");

      assertRefused(
          hours.after(extended(begun(), "2026-03-05 11:00", "P1D", "county")),
          2,
          Reason.UNREADABLE);
    }

    @Test
    void that_adds_hours_to_decided_hours_where_the_law_adds_days() {
      var rule = lasting("5 calendar-days").extendable("12 calendar-days", 1, null, "county");
      var story = Story.ofTheCase().on("2026-03-05 10:00", "begun", Map.of("term", "PT5H"));

      assertRefused(
          rule.after(extended(story, "2026-03-05 11:00", "PT5H", "county")), 2, Reason.UNREADABLE);
    }

    @Test
    void after_the_deadline_was_met() {
      var story =
          extended(begun().on("2026-03-20 09:00", "done"), "2026-03-21 09:00", "P30D", "county");
      var deadline = twiceThirtyDays().after(story);

      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 4, 7));
      assertThat(deadline.refused()).isEmpty();
    }
  }
}
