package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static io.caseclock.monitor.deadline.InventedRule.shanghai;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.deadline.Course.LeftOut;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CourseTest {

  @Test
  void a_period_to_which_nothing_happened_has_its_due_instant_from_the_beginning() {
    var course =
        course(
            lasting("30 calendar-days").after(Story.ofTheCase().on("2026-03-02 10:00", "begun")));

    assertThat(course.first().at()).isEqualTo(shanghai("2026-04-02 00:00"));
    assertThat(course.extensions()).isEmpty();
    assertThat(course.leftOut()).isEmpty();
  }

  @Test
  void an_extension_tells_the_due_instant_before_and_after_it() {
    var story =
        Story.ofTheCase()
            .on("2026-03-02 10:00", "begun")
            .on(
                "2026-03-20 10:00",
                "extension-approved",
                Map.of("rule", "invented", "adds", "P30D", "level", "county"));
    var deadline =
        lasting("30 calendar-days").extendable("30 calendar-days", 1, null, "county").after(story);

    var extended = course(deadline).extensions().getFirst();
    assertThat(extended.at()).isEqualTo(shanghai("2026-03-20 10:00"));
    assertThat(extended.before().at()).isEqualTo(shanghai("2026-04-02 00:00"));
    assertThat(extended.after()).isEqualTo(due(deadline));
  }

  @Test
  void what_does_not_count_is_told_in_whole_days_and_overlapping_stretches_once() {
    var story =
        Story.ofTheCase()
            .on("2026-03-02 10:00", "begun")
            .on("2026-03-10 10:00", "away")
            .on("2026-03-12 10:00", "ill")
            .on("2026-03-14 10:00", "back")
            .on("2026-03-16 10:00", "well");
    var deadline =
        lasting("30 calendar-days")
            .pausedBetween("away", "back")
            .pausedBetween("ill", "well")
            .after(story);

    assertThat(course(deadline).leftOut())
        .extracting(LeftOut::from)
        .containsExactly(shanghai("2026-03-11 00:00"), shanghai("2026-03-15 00:00"));
    assertThat(course(deadline).leftOut())
        .extracting(LeftOut::to)
        .containsExactly(shanghai("2026-03-15 00:00"), shanghai("2026-03-17 00:00"));
  }

  @Test
  void a_span_that_lasts_has_no_end() {
    var story = Story.ofTheCase().on("2026-03-02 10:00", "begun").on("2026-03-10 10:00", "away");
    var deadline = lasting("30 calendar-days").pausedBetween("away", "back").after(story);

    var leftOut = course(deadline).leftOut().getFirst();
    assertThat(leftOut.from()).isEqualTo(shanghai("2026-03-10 10:00"));
    assertThat(leftOut.to()).isNull();
  }

  @Test
  void without_an_explanation_there_is_no_course() {
    var story = Story.ofTheCase().on("2026-03-02 10:00", "begun");

    List<Deadline> deadlines =
        lasting("30 calendar-days")
            .engine()
            .evaluate(story.timeline(), story.instant("2026-03-03 10:00"));

    assertThat(deadlines.getFirst().course()).isNull();
  }

  private static Course course(Deadline deadline) {
    return Objects.requireNonNull(deadline.course(), "it was explained");
  }
}
