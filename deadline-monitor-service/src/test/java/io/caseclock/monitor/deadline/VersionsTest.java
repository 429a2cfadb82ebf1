package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

  @Nested
  class A_version {

    private final InventedRule changed =
        lasting("10 calendar-days").sinceLasting("2026-01-01", "20 calendar-days");

    @ParameterizedTest
    @CsvSource({
      "2025-12-31 23:59:59, old, 2026-01-10",
      "2026-01-01 00:00:00, new, 2026-01-21",
      "2026-01-01 00:00:01, new, 2026-01-21",
    })
    void is_chosen_by_the_day_of_the_start(String begun, String version, LocalDate lastDay) {
      var deadline = changed.after(Story.ofTheCase().on(begun, "begun"));

      assertThat(deadline.version().id()).isEqualTo(version);
      assertThat(due(deadline).on()).isEqualTo(lastDay);
    }

    @Test
    void holds_for_a_case_that_was_pending_when_the_law_changed() {
      var story = Story.ofTheCase().on("2025-12-30 10:00", "begun").on("2026-02-10 10:00", "done");

      assertThat(changed.after(story).version().id()).isEqualTo("old");
    }

    @ParameterizedTest
    @CsvSource({"2025-12-31 23:59, old", "2026-01-01 00:00, new"})
    void that_takes_over_at_once_holds_for_what_is_still_open(String done, String version) {
      var changing =
          lasting("10 calendar-days")
              .sinceLasting("2026-01-01", "20 calendar-days")
              .takingTheNewLawAtOnce();

      assertThat(
              changing
                  .after(Story.ofTheCase().on("2025-12-30 10:00", "begun").on(done, "done"))
                  .version()
                  .id())
          .isEqualTo(version);
      assertThat(changing.after(Story.ofTheCase().on("2025-12-30 10:00", "begun")).version().id())
          .isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource({
      "2025-12-31T23:59:59+08:00, case-accepted, public-security-case-handling-2012",
      "2026-01-01T00:00:00+08:00, case-filed, public-security-case-handling",
    })
    void of_the_handling_period_switches_with_the_new_law(String at, String type, String expected) {
      var story = Story.ofTheCase().happens(type, at);
      var handling =
          ShippedPack.engine()
              .evaluate(story.timeline(), story.instant("2026-01-02 00:00"))
              .stream()
              .map(deadline -> deadline.key().rule())
              .filter(id -> id.startsWith("public-security-case-handling"));

      assertThat(handling).containsExactly(expected);
    }

    @Test
    void that_is_not_yet_in_force_opens_nothing() {
      assertThat(lasting("30 calendar-days").all(Story.ofTheCase().on("1999-12-31 10:00", "begun")))
          .isEmpty();
    }
  }

  @Nested
  class A_term_that_comes_with_the_event {

    private final InventedRule decided = lasting("15 calendar-days");

    @ParameterizedTest
    @CsvSource({
      "P5D, 2026-03-07",
      "P1M, 2026-04-02",
      "P1Y, 2027-03-02",
      "PT12H, 2026-03-02",
    })
    void goes_before_the_rules_own(String term, LocalDate lastDay) {
      var story = Story.ofTheCase().on("2026-03-02 10:00", "begun", Map.of("term", term));

      assertThat(decided.lastDay(story)).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({"ten days", "P2W", "P0D", "P1M15D", "P123456D", "''"})
    void that_cannot_be_read_leaves_the_rules_own(String term) {
      var story = Story.ofTheCase().on("2026-03-02 10:00", "begun", Map.of("term", term));

      assertThat(decided.lastDay(story)).isEqualTo(LocalDate.of(2026, 3, 17));
    }

    @Test
    void that_is_a_number_leaves_the_rules_own() {
      var story = Story.ofTheCase().on("2026-03-02 10:00", "begun", Map.of("term", 5));

      assertThat(decided.lastDay(story)).isEqualTo(LocalDate.of(2026, 3, 17));
    }

    @Test
    void counts_working_days_where_the_rule_does() {
      var story = Story.ofTheCase().on("2026-03-06 10:00", "begun", Map.of("term", "P1D"));

      assertThat(lasting("5 working-days").lastDay(story)).isEqualTo(LocalDate.of(2026, 3, 9));
    }
  }
}
