package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Subject;
import io.caseclock.monitor.period.Due;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A rule in working days does not notice a pause in which there was no working day. */
class PauseOverRestDaysTest {

  private static final String RULE = "notice-planning";
  private static final Engine ENGINE = new Engine(RuleBook.of(longer()), ShippedPack.CALENDAR);
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 4);
  private static final Instant LONG_AFTER = Instant.parse("2027-06-01T00:00:00Z");
  private static final LocalTime NOON = LocalTime.NOON;

  @Property(tries = 300)
  void a_pause_over_rest_days_only_changes_nothing(
      @ForAll @IntRange(max = 1_900) int day, @ForAll @IntRange(max = 25) int later) {
    var start = FIRST.plusDays(day);
    var lastBefore = start.plusDays(later);
    while (ShippedPack.CALENDAR.isWorkingDay(lastBefore.plusDays(1))) {
      lastBefore = lastBefore.plusDays(1);
    }
    var lastRestDay = lastBefore.plusDays(1);
    while (!ShippedPack.CALENDAR.isWorkingDay(lastRestDay.plusDays(1))) {
      lastRestDay = lastRestDay.plusDays(1);
    }

    var paused =
        story(start)
            .happens("notice-objected", lastBefore, LocalTime.of(18, 0), Map.of())
            .happens("notice-objection-decided", lastRestDay, NOON, Map.of());

    assertThat(due(paused)).isEqualTo(due(story(start)));
  }

  private static Story story(LocalDate start) {
    return new Story(Subject.ofCase("A990001"), ShippedPack.PACK.zone())
        .happens("notice-signed", start, NOON, Map.of());
  }

  /** The rule with ten working days, so that most pauses begin in time. */
  private static Pack longer() {
    var rule = ShippedPack.PACK.rule(RULE).orElseThrow();
    var version = rule.versions().getFirst().withPeriod(new Term(10, Term.Unit.WORKING_DAYS));
    return ShippedPack.PACK.withRules(List.of(rule.withVersions(List.of(version))));
  }

  private static Due due(Story story) {
    return ENGINE.evaluate(story.timeline(), LONG_AFTER).stream()
        .findFirst()
        .flatMap(deadline -> deadline.state().whenDue())
        .orElseThrow();
  }
}
