package io.caseclock.monitor.deadline;

import static io.caseclock.contract.DeadlineStatus.RUNNING;
import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Trigger;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartTest {

  private final InventedRule rule =
      lasting("30 calendar-days")
          .cancelledBy("closed")
          .restartedBy("renewed", Trigger.Scope.SUBJECT)
          .extendable("10 calendar-days", 1, null, "county");

  private static Story begun() {
    return Story.ofTheCase().on("2026-03-02 10:00", "begun");
  }

  @Nested
  class A_restart {

    @Test
    void lets_the_whole_period_run_anew() {
      var deadline = rule.after(begun().on("2026-03-20 10:00", "renewed"), "2026-03-21 10:00");

      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 4, 19));
      assertThat(deadline.startedAt()).isEqualTo(InventedRule.shanghai("2026-03-20 10:00"));
      assertThat(deadline.key().start()).isEqualTo(told(1));
      assertThat(deadline.contributors()).containsExactly(told(1), told(2));
    }

    @Test
    void counts_from_the_last_of_several() {
      var story = begun().on("2026-04-10 10:00", "renewed").on("2026-03-20 10:00", "renewed");

      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 5, 10));
    }

    @Test
    void forgets_the_extensions_of_the_former_run_and_allows_them_anew() {
      var approval = Map.<String, Object>of("rule", "invented", "adds", "P10D", "level", "county");
      var story =
          begun()
              .on("2026-03-10 10:00", "extension-approved", approval)
              .on("2026-03-20 10:00", "renewed");
      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 4, 19));

      story.on("2026-03-25 10:00", "extension-approved", approval);
      assertThat(rule.lastDay(story)).isEqualTo(LocalDate.of(2026, 4, 29));
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-02 09:59:59, 2026-04-01",
      "2026-03-02 10:00:00, 2026-04-01",
      "2026-03-03 00:00:00, 2026-04-02",
    })
    void counts_only_after_the_start(String renewed, LocalDate lastDay) {
      assertThat(rule.lastDay(begun().on(renewed, "renewed"))).isEqualTo(lastDay);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-20 09:59:59, 2026-04-19",
      "2026-03-20 10:00:00, 2026-04-19",
      "2026-03-20 10:00:01, 2026-04-01",
    })
    void counts_only_up_to_the_end(String renewed, LocalDate lastDay) {
      var story = begun().on("2026-03-20 10:00", "done").on(renewed, "renewed");

      assertThat(rule.lastDay(story)).isEqualTo(lastDay);
    }

    @Test
    void after_a_breach_lets_the_period_run_again() {
      var story = begun().on("2026-04-10 10:00", "renewed");

      assertThat(rule.after(story, "2026-04-11 10:00").state().status()).isEqualTo(RUNNING);
    }

    @Test
    void by_the_starting_event_opens_no_second_deadline() {
      var again = lasting("30 calendar-days").restartedBy("begun", Trigger.Scope.SUBJECT);
      var deadline = again.after(begun().on("2026-03-20 10:00", "begun"));

      assertThat(deadline.key().start()).isEqualTo(told(1));
      assertThat(due(deadline).on()).isEqualTo(LocalDate.of(2026, 4, 19));
    }

    @Test
    void of_one_person_by_anothers_start_leaves_the_other_their_own_deadline() {
      var again = lasting("30 calendar-days").restartedBy("begun", Trigger.Scope.CASE);
      var deadlines =
          again.all(
              Story.ofTheCase()
                  .to("person/P-1", "2026-03-02 10:00", "begun")
                  .to("person/P-2", "2026-03-20 10:00", "begun"));

      assertThat(deadlines)
          .extracting(deadline -> deadline.key().subject().id())
          .containsExactlyInAnyOrder("P-1", "P-2");
    }
  }
}
