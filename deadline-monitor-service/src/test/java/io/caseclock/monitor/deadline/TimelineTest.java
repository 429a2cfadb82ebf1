package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.timeline.Timeline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static List<EventId> standing(Story story) {
    return story.timeline().events().stream().map(CaseEvent::eventId).toList();
  }

  @Nested
  class Order {

    @Test
    void is_by_time_and_then_by_identity() {
      var story =
          Story.ofTheCase()
              .on("2026-03-03 10:00", "late")
              .on("2026-03-02 10:00", "first")
              .on("2026-03-02 10:00", "second");

      assertThat(standing(story)).containsExactly(told(2), told(3), told(1));
    }

    @Test
    void keeps_one_of_the_same_event() {
      var story = Story.ofTheCase().on("2026-03-02 10:00", "begun");
      var twice = List.of(story.events().iterator().next(), story.events().iterator().next());

      assertThat(Timeline.of("A990001", twice).events()).hasSize(1);
    }

    @Test
    void keeps_the_one_accepted_first_of_two_contents_under_one_identity() {
      var first = Story.ofTheCase().on("2026-03-02 10:00", "begun").events().iterator().next();
      var second = Story.ofTheCase().on("2026-03-03 10:00", "begun").events().iterator().next();

      assertThat(Timeline.of("A990001", List.of(first, second)).events()).containsExactly(first);
      assertThat(Timeline.of("A990001", List.of(second, first)).events()).containsExactly(first);
    }
  }

  @Nested
  class A_withdrawal {

    private Story begunAndDone() {
      return Story.ofTheCase().on("2026-03-02 10:00", "begun").on("2026-03-03 10:00", "done");
    }

    @Test
    void takes_the_event_out() {
      assertThat(standing(begunAndDone().withdraws("2026-03-04 10:00", 2)))
          .containsExactly(told(1), told(3));
    }

    @Test
    void may_arrive_before_the_event() {
      var story =
          Story.ofTheCase()
              .withdraws("2026-03-01 10:00", 3)
              .on("2026-03-02 10:00", "begun")
              .on("2026-03-03 10:00", "done");

      assertThat(standing(story)).containsExactly(told(1), told(2));
    }

    @Test
    void has_no_effect_once_it_was_itself_withdrawn() {
      var story = begunAndDone().withdraws("2026-03-04 10:00", 2).withdraws("2026-03-05 10:00", 3);

      assertThat(standing(story)).containsExactly(told(1), told(2), told(4));
    }

    @Test
    void that_was_withdrawn_may_be_restored() {
      var story =
          begunAndDone()
              .withdraws("2026-03-04 10:00", 2)
              .withdraws("2026-03-05 10:00", 3)
              .withdraws("2026-03-06 10:00", 4);

      assertThat(standing(story)).containsExactly(told(1), told(3), told(5));
    }

    @Test
    void stands_if_one_of_two_stands() {
      var story =
          begunAndDone()
              .withdraws("2026-03-04 10:00", 2)
              .withdraws("2026-03-04 11:00", 2)
              .withdraws("2026-03-05 10:00", 3);

      assertThat(standing(story)).doesNotContain(told(2));
    }

    @Test
    void stands_where_two_withdraw_each_other() {
      var story =
          Story.ofTheCase().withdraws("2026-03-04 10:00", 2).withdraws("2026-03-05 10:00", 1);

      assertThat(standing(story)).hasSize(2);
    }

    @Test
    void of_an_unknown_event_changes_nothing() {
      assertThat(standing(begunAndDone().withdraws("2026-03-04 10:00", 77))).hasSize(3);
    }

    @Test
    void means_an_event_of_its_own_source_unless_it_names_another() {
      var story =
          begunAndDone()
              .on(
                  "2026-03-04 10:00",
                  "event-withdrawn",
                  Map.of("id", "e2", "source", "urn:precinct:x02"))
              .on("2026-03-04 11:00", "event-withdrawn", Map.of("id", "e1", "source", " "));

      assertThat(standing(story)).contains(told(2)).doesNotContain(told(1));
    }

    @Test
    void without_a_readable_target_changes_nothing() {
      var story =
          begunAndDone()
              .on("2026-03-04 10:00", "event-withdrawn", Map.of("id", ""))
              .on("2026-03-04 11:00", "event-withdrawn", Map.of("id", 2))
              .on("2026-03-04 12:00", "event-withdrawn");

      assertThat(standing(story)).hasSize(5);
    }

    @Test
    void reopens_what_the_event_had_ended() {
      var rule = lasting("30 calendar-days");
      var story = begunAndDone();
      assertThat(rule.after(story, "2026-03-05 10:00").state().status())
          .isEqualTo(DeadlineStatus.MET);

      story.withdraws("2026-03-04 10:00", 2);
      assertThat(rule.after(story, "2026-03-05 10:00").state().status())
          .isEqualTo(DeadlineStatus.RUNNING);
    }
  }
}
