package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.deadline.TraceStep.Kind;
import io.caseclock.monitor.example.WorkedExample;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Trigger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraceTest {

  private static final Instant LONG_AFTER = Instant.parse("2030-01-01T00:00:00Z");
  private static final Set<Kind> MOVES =
      EnumSet.of(Kind.PERIOD, Kind.TOLLING, Kind.EXTENSION, Kind.ROLL);

  static Stream<WorkedExample> examples() {
    return ShippedPack.workedExamples().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void each_step_starts_where_the_former_ended_and_the_last_is_the_due_date(WorkedExample example) {
    var timeline = Timeline.of("A990001", example.events());

    var deadlines = ShippedPack.engineFor(example.rule().id()).explain(timeline, LONG_AFTER);

    assertChained(deadlines.getFirst());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void each_step_speaks_both_languages(WorkedExample example) {
    var timeline = Timeline.of("A990001", example.events());

    var deadlines = ShippedPack.engineFor(example.rule().id()).explain(timeline, LONG_AFTER);

    assertThat(deadlines.getFirst().trace())
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.sentence().zh()).matches(".*[\\u4e00-\\u9fff].*"))
        .allSatisfy(step -> assertThat(step.sentence().en()).matches(".*[a-z]{3}.*"));
  }

  @Test
  void a_silent_evaluation_gives_the_same_without_a_trace() {
    var example = ShippedPack.workedExamples().getFirst();
    var timeline = Timeline.of("A990001", example.events());
    var engine = ShippedPack.engineFor(example.rule().id());

    var silent = engine.evaluate(timeline, LONG_AFTER).getFirst();

    assertThat(silent.trace()).isEmpty();
    assertThat(silent.state()).isEqualTo(engine.explain(timeline, LONG_AFTER).getFirst().state());
  }

  @Test
  void every_kind_of_step_is_told_in_its_order() {
    var rule =
        lasting("30 calendar-days")
            .rolling(Roll.NEXT_WORKING_DAY)
            .pausedBetween("sent", "back")
            .restartedBy("renewed", Trigger.Scope.SUBJECT)
            .extendable("30 calendar-days", 1, null, "county")
            .readOtherwiseAs("30 working-days");
    var approval = Map.<String, Object>of("rule", "invented", "adds", "P30D", "level", "county");
    var story =
        Story.ofTheCase()
            .on("2026-02-02 10:00", "begun")
            .on("2026-03-02 10:00", "renewed")
            .on("2026-03-10 08:00", "sent")
            .on("2026-03-20 08:00", "back")
            .on("2026-04-01 08:00", "extension-approved", approval)
            .on("2026-04-02 08:00", "extension-approved", approval)
            .on("2026-08-02 08:00", "sent")
            .on("2026-08-03 08:00", "back")
            .on("2026-08-20 08:00", "done");

    var deadline = rule.after(story);

    assertThat(deadline.trace())
        .extracting(TraceStep::kind)
        .containsExactly(
            Kind.START,
            Kind.RESTART,
            Kind.PERIOD,
            Kind.TOLLING,
            Kind.EXTENSION,
            Kind.EXTENSION_REFUSED,
            Kind.TOLLING_IGNORED,
            Kind.END,
            Kind.ALTERNATIVE);
    assertChained(deadline);
  }

  @Test
  void an_extension_is_told_from_the_unrolled_day_so_that_it_can_be_counted_by_hand() {
    var rule =
        lasting("30 calendar-days")
            .rolling(Roll.NEXT_WORKING_DAY)
            .extendable("30 calendar-days", 1, null, "county");
    var story =
        Story.ofTheCase()
            .on("2026-03-05 10:00", "begun")
            .on(
                "2026-04-07 09:00",
                "extension-approved",
                Map.of("rule", "invented", "adds", "P30D", "level", "county"));

    var deadline = rule.after(story);

    assertThat(moves(deadline))
        .extracting(TraceStep::kind, TraceStep::before, TraceStep::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.PERIOD, null, "2026-04-04"),
            org.assertj.core.groups.Tuple.tuple(Kind.EXTENSION, "2026-04-04", "2026-05-04"),
            org.assertj.core.groups.Tuple.tuple(Kind.ROLL, "2026-05-04", "2026-05-06"));
  }

  @Test
  void a_term_that_could_not_be_read_is_named() {
    var story = Story.ofTheCase().on("2026-03-02 10:00", "begun", Map.of("term", "two weeks"));

    assertThat(lasting("15 calendar-days").after(story).trace())
        .anySatisfy(step -> assertThat(step.sentence().en()).contains("two weeks"));
  }

  @Test
  void an_hour_is_told_in_the_packs_own_time() {
    var story = Story.ofTheCase().on("2026-03-02 10:20", "begun");

    assertThat(moves(lasting("24 hours").after(story)))
        .extracting(TraceStep::after)
        .containsExactly("2026-03-03 10:20");
  }

  private static List<TraceStep> moves(Deadline deadline) {
    return deadline.trace().stream().filter(step -> MOVES.contains(step.kind())).toList();
  }

  private static void assertChained(Deadline deadline) {
    var moves = moves(deadline);
    for (var i = 1; i < moves.size(); i++) {
      assertThat(moves.get(i).before())
          .as("%s", deadline.trace())
          .isEqualTo(moves.get(i - 1).after());
    }
    var last = Objects.requireNonNull(moves.getLast().after());
    var due = due(deadline);
    if (due.exact()) {
      assertThat(last).isEqualTo(Wording.instant(due.at(), ShippedPack.PACK.zone()));
    } else {
      assertThat(last).isEqualTo(due.on().toString());
    }
  }
}
