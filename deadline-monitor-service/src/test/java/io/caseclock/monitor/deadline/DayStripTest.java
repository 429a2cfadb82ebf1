package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.monitor.example.WorkedExample;
import io.caseclock.monitor.explain.DayStrip;
import io.caseclock.monitor.period.DayMark;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DayStripTest {

  private static final Instant LONG_AFTER = Instant.parse("2030-01-01T00:00:00Z");
  private static final String HANDLING = "public-security-case-handling";

  static Stream<WorkedExample> examples() {
    return ShippedPack.workedExamples().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void the_counted_days_of_each_worked_example_are_its_period(WorkedExample example) {
    var events = example.events();
    var deadline = explained(example.rule().id(), Timeline.of("A990001", events));
    var terms = terms(example, deadline, events);
    var strip = DayStrip.of(deadline);

    var due = deadline.state().whenDue().orElseThrow();
    if (terms.stream().anyMatch(Term::isInHours) || isTooLong(deadline, due)) {
      assertThat(strip.days()).isEmpty();
      return;
    }
    assertThat(strip.days()).filteredOn(DayStrip.Day::isLast).hasSize(1);
    assertThat(strip.days())
        .as("%s", strip.stretches())
        .anyMatch(day -> day.isLast() && day.date().equals(due.on()));
    assertThat(strip.days()).extracting(DayStrip.Day::date).isSorted().doesNotHaveDuplicates();
    if (terms.stream().allMatch(DayStripTest::isInDays)) {
      assertThat(strip.counted())
          .as("%s", strip.stretches())
          .isEqualTo(terms.stream().mapToInt(Term::amount).sum());
    }
  }

  @Test
  void a_calendar_day_period_counts_rest_days_and_is_carried_over_those_at_its_end() {
    var strip = handling(Story.ofTheCase().on("2026-08-27 10:00", "case-filed"));

    assertThat(strip.days().getFirst().mark()).isEqualTo(DayMark.START);
    assertThat(strip.counted()).isEqualTo(30);
    assertThat(marks(strip, "2026-09-26"))
        .as("day thirty, a holiday")
        .containsExactly(DayMark.COUNTED);
    assertThat(marks(strip, "2026-09-27")).containsExactly(DayMark.CARRIED);
    assertThat(strip.days().getLast().mark()).isEqualTo(DayMark.CARRIED);
    assertThat(strip.days().getLast().isLast()).isTrue();
    assertThat(ShippedPack.CALENDAR.isWorkingDay(strip.days().getLast().date())).isTrue();
  }

  /** Administrative detention: the sentence and the day below it say the same. */
  @Test
  void a_day_that_runs_from_hour_to_hour_is_never_called_one_that_does_not_count() {
    var example =
        examples()
            .filter(one -> one.rule().id().equals("admin-detention-term"))
            .findFirst()
            .orElseThrow();
    var deadline = explained("admin-detention-term", Timeline.of("A990001", example.events()));

    assertThat(DayStrip.of(deadline).days().getFirst().reason())
        .isEqualTo(
            new Names(
                "起算时刻，至次日同一时刻为一日",
                "the hour of the beginning; a day runs to the same hour of the next"));
    assertThat(deadline.trace())
        .extracting(step -> step.sentence().zh())
        .anyMatch(text -> text.contains("自起算时刻至次日同一时刻为一日"))
        .noneMatch(text -> text.contains("开始之日"));
  }

  @Test
  void an_appraisal_is_left_out_from_the_day_after_its_commission_to_its_receipt() {
    var strip =
        handling(
            Story.ofTheCase()
                .on("2026-03-02 10:00", "case-filed")
                .on("2026-03-10 09:00", "appraisal-commissioned")
                .on("2026-03-16 09:00", "appraisal-opinion-received"));

    assertThat(marks(strip, "2026-03-10")).containsExactly(DayMark.COUNTED);
    assertThat(marks(strip, "2026-03-11")).containsExactly(DayMark.LEFT_OUT);
    assertThat(marks(strip, "2026-03-16")).containsExactly(DayMark.LEFT_OUT);
    assertThat(marks(strip, "2026-03-17")).containsExactly(DayMark.COUNTED);
    assertThat(strip.counted()).isEqualTo(30);
    assertThat(strip.stretches())
        .filteredOn(stretch -> stretch.mark() == DayMark.LEFT_OUT)
        .singleElement()
        .satisfies(stretch -> assertThat(stretch.days()).isEqualTo(6));
  }

  @Test
  void a_span_that_outlasts_the_period_leaves_the_last_lawful_day_uncounted() {
    var strip =
        handling(
            Story.ofTheCase()
                .on("2026-03-02 10:00", "case-filed")
                .on("2026-04-01 09:00", "appraisal-commissioned")
                .on("2026-04-10 09:00", "appraisal-opinion-received"));

    assertThat(strip.counted()).isEqualTo(30);
    assertThat(strip.days().getLast().date()).isEqualTo(LocalDate.parse("2026-04-10"));
    assertThat(strip.days().getLast().mark()).isEqualTo(DayMark.LEFT_OUT);
  }

  @Test
  void a_paused_period_is_shown_up_to_the_day_of_its_pause() {
    var strip =
        handling(
            Story.ofTheCase()
                .on("2026-03-02 10:00", "case-filed")
                .on("2026-03-10 09:00", "appraisal-commissioned"));

    assertThat(strip.counted()).isEqualTo(8);
    assertThat(strip.days().getLast().date()).isEqualTo(LocalDate.parse("2026-03-10"));
    assertThat(strip.days()).noneMatch(DayStrip.Day::isLast);
  }

  @Test
  void a_paused_period_to_the_hour_is_counted_as_one_that_runs() {
    var rule =
        InventedRule.lasting("10 calendar-days")
            .countingTheFirstDay()
            .pausedBetween("sent", "back");
    var story = Story.ofTheCase().on("2026-03-02 10:00", "begun").on("2026-03-05 10:00", "sent");

    var strip = DayStrip.of(rule.after(story));

    assertThat(marks(strip, "2026-03-02")).containsExactly(DayMark.START);
    assertThat(strip.counted()).isEqualTo(3);
  }

  @Test
  void working_days_pass_over_rest_days_and_take_make_up_days_along() {
    var deadline =
        InventedRule.lasting("5 working-days")
            .after(Story.ofTheCase().on("2026-02-12 10:00", "begun"));

    var strip = DayStrip.of(deadline);

    assertThat(strip.counted()).isEqualTo(5);
    assertThat(marks(strip, "2026-02-14")).containsExactly(DayMark.MAKE_UP_WORKING_DAY);
    assertThat(marks(strip, "2026-02-17")).containsExactly(DayMark.REST_DAY);
    assertThat(strip.days())
        .filteredOn(day -> day.date().equals(LocalDate.parse("2026-02-17")))
        .extracting(DayStrip.Day::reason)
        .containsExactly(new Names("春节", "holiday (春节)"));
  }

  @Test
  void a_backward_period_is_counted_from_its_reference_day() {
    var deadline =
        explained(
            "hearing-notice",
            Story.ofTheCase()
                .on("2026-09-15 10:00", "hearing-date", Map.of("on", "2026-10-12"))
                .timeline());

    var strip = DayStrip.of(deadline);

    assertThat(strip.counted()).isEqualTo(7);
    assertThat(strip.days().getFirst().date()).isEqualTo(LocalDate.parse("2026-09-24"));
    assertThat(strip.days().getFirst().isLast()).isTrue();
    assertThat(strip.days().getLast().mark()).isEqualTo(DayMark.START);
  }

  private static DayStrip handling(Story story) {
    return DayStrip.of(explained(HANDLING, story.timeline()));
  }

  private static Deadline explained(String rule, Timeline timeline) {
    return ShippedPack.engineFor(rule).explain(timeline, LONG_AFTER).getFirst();
  }

  private static Stream<DayMark> marksOn(DayStrip strip, LocalDate day) {
    return strip.days().stream().filter(d -> d.date().equals(day)).map(DayStrip.Day::mark);
  }

  private static List<DayMark> marks(DayStrip strip, String day) {
    return marksOn(strip, LocalDate.parse(day)).toList();
  }

  /** A period of years is not shown day by day. */
  private static boolean isTooLong(Deadline deadline, Due due) {
    return deadline.period().firstDay().plusDays(DayStrip.MOST).isBefore(due.on());
  }

  private static boolean isInDays(Term term) {
    return term.unit() == Term.Unit.CALENDAR_DAYS || term.unit() == Term.Unit.WORKING_DAYS;
  }

  /** The period and the extensions that were granted, read from the events and not the trace. */
  private static List<Term> terms(WorkedExample example, Deadline deadline, Set<CaseEvent> events) {
    Set<EventId> refused =
        deadline.refused().stream().map(RefusedExtension::event).collect(Collectors.toSet());
    var told = example.row().circumstances().get("period");
    var bounds = deadline.version().term();
    var decided = told == null ? deadline.version().period() : Term.parse(told);
    var period = bounds == null ? decided : bounds.nearestTo(decided);
    var granted =
        events.stream()
            .filter(event -> event.type().equals(BuiltInTypes.EXTENSION_APPROVED))
            .filter(event -> !refused.contains(event.eventId()))
            .map(event -> Term.ofIso(event.text("adds").orElseThrow(), period.unit()));
    return Stream.concat(Stream.of(period), granted).toList();
  }
}
