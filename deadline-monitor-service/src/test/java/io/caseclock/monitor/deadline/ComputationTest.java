package io.caseclock.monitor.deadline;

import static io.caseclock.contract.DeadlineStatus.BREACHED;
import static io.caseclock.contract.DeadlineStatus.CANCELLED;
import static io.caseclock.contract.DeadlineStatus.MET;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.pack.Trigger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputationTest {

  private final InventedRule rule = lasting("30 calendar-days").cancelledBy("closed");

  private static Story begun() {
    return Story.ofTheCase().on("2026-03-02 10:00", "begun");
  }

  @Test
  void nothing_is_due_in_a_case_without_events() {
    assertThat(rule.all(Story.ofTheCase())).isEmpty();
  }

  @Test
  void an_end_without_a_beginning_opens_nothing() {
    assertThat(rule.all(Story.ofTheCase().on("2026-03-02 10:00", "done"))).isEmpty();
  }

  @Nested
  class The_end {

    @ParameterizedTest
    @CsvSource({
      "2026-03-02 09:59:59, BREACHED",
      "2026-03-02 10:00:00, MET",
      "2026-03-02 10:00:01, MET",
    })
    void counts_from_the_start_on(String done, DeadlineStatus expected) {
      assertThat(rule.after(begun().on(done, "done")).state().status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "2026-03-20 09:59:59, CANCELLED",
      "2026-03-20 10:00:00, MET",
      "2026-03-20 10:00:01, MET",
    })
    void is_a_cancellation_only_if_it_came_before_the_act(String closed, DeadlineStatus expected) {
      var story = begun().on(closed, "closed").on("2026-03-20 10:00", "done");

      assertThat(rule.after(story).state().status()).isEqualTo(expected);
    }

    @Test
    void leaves_no_due_date_where_it_is_a_cancellation() {
      var state = rule.after(begun().on("2026-03-20 10:00", "closed")).state();

      assertThat(state.status()).isEqualTo(CANCELLED);
      assertThat(state.whenDue()).isEmpty();
      assertThat(state.endedAt()).contains(InventedRule.shanghai("2026-03-20 10:00"));
    }

    @Test
    void is_the_first_act_of_several() {
      var story = begun().on("2026-06-20 10:00", "done").on("2026-03-20 10:00", "done");

      assertThat(rule.after(story).state().endedAt())
          .contains(InventedRule.shanghai("2026-03-20 10:00"));
    }

    @Test
    void of_one_course_does_not_end_the_next() {
      var story = begun().on("2026-03-20 10:00", "done").on("2026-04-02 10:00", "begun");

      assertThat(rule.all(story))
          .extracting(deadline -> deadline.state().status())
          .containsExactly(MET, BREACHED);
    }

    @Test
    void of_two_courses_may_be_one_act() {
      var story = begun().on("2026-03-10 10:00", "begun").on("2026-03-20 10:00", "done");

      assertThat(rule.all(story))
          .extracting(deadline -> deadline.state().status())
          .containsExactly(MET, MET);
    }
  }

  @Nested
  class A_recurring_rule {

    private final InventedRule visits =
        lasting("30 calendar-days")
            .startedBy("visited")
            .stoppedBy("visited", Trigger.Scope.SUBJECT);

    @Test
    void opens_the_next_period_with_each_act() {
      var story =
          Story.ofTheCase().on("2026-03-02 10:00", "visited").on("2026-03-20 10:00", "visited");

      assertThat(visits.all(story))
          .extracting(deadline -> deadline.state().status())
          .containsExactly(MET, BREACHED);
    }

    @Test
    void stays_open_though_the_act_was_entered_twice() {
      var story =
          Story.ofTheCase().on("2026-03-02 10:00", "visited").on("2026-03-02 10:00", "visited");

      assertThat(visits.all(story))
          .extracting(deadline -> deadline.state().status())
          .containsExactly(MET, BREACHED);
    }
  }

  @Nested
  class People_and_the_case {

    @Test
    void the_release_of_one_ends_nobody_elses_period() {
      var deadlines =
          rule.all(
              Story.ofTheCase()
                  .to("person/P-1", "2026-03-02 10:00", "begun")
                  .to("person/P-2", "2026-03-02 10:00", "begun")
                  .to("person/P-1", "2026-03-03 10:00", "done"));

      assertThat(InventedRule.of("person/P-1", deadlines).state().status()).isEqualTo(MET);
      assertThat(InventedRule.of("person/P-2", deadlines).state().status()).isEqualTo(BREACHED);
    }

    @Test
    void an_event_of_the_case_does_not_end_a_persons_period_unless_the_rule_says_so() {
      var story = Story.ofTheCase().to("person/P-1", "2026-03-02 10:00", "begun");
      assertThat(rule.after(story.on("2026-03-03 10:00", "done")).state().status())
          .isEqualTo(BREACHED);

      var wide = lasting("30 calendar-days").stoppedBy("done", Trigger.Scope.CASE);
      assertThat(wide.after(story).state().status()).isEqualTo(MET);
    }

    @Test
    void what_closes_the_case_ends_everybodys_period() {
      var deadlines =
          rule.all(
              Story.ofTheCase()
                  .to("person/P-1", "2026-03-02 10:00", "begun")
                  .to("person/P-2", "2026-03-02 10:00", "begun")
                  .on("2026-03-03 10:00", "closed"));

      assertThat(deadlines).hasSize(2).allMatch(deadline -> deadline.state().status() == CANCELLED);
    }
  }
}
