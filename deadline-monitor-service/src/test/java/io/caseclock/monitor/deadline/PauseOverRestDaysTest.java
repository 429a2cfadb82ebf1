package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Subject;
import io.caseclock.monitor.period.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A rule in working days does not notice a pause in which there was no working day. */
class PauseOverRestDaysTest {

  private static final String RULE = "traffic-accident-determination";
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
            .happens("suspension-approved", lastBefore, LocalTime.of(18, 0), Map.of())
            .happens("suspension-ended", lastRestDay, NOON, Map.of());

    assertThat(due(paused)).isEqualTo(due(story(start)));
  }

  private static Story story(LocalDate start) {
    return new Story(Subject.ofCase("A990001"), ShippedPack.PACK.zone())
        .happens("scene-investigated", start, NOON, Map.of());
  }

  private static Due due(Story story) {
    return ShippedPack.engineFor(RULE).evaluate(story.timeline(), LONG_AFTER).stream()
        .findFirst()
        .flatMap(deadline -> deadline.state().whenDue())
        .orElseThrow();
  }
}
