package io.caseclock.monitor.explain;

import io.caseclock.calendar.WorkingCalendar;
import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days of a period, oldest first, from its start day to its last lawful day; of a paused one,
 * to the first day of the span that lasts. Empty for a period in hours, for one that fell away, and
 * for one of more than {@link #MOST} days, which nobody reads day by day.
 *
 * @param counted how many of them count; for periods in days, working or not, the whole period
 */
public record DayStrip(List<Day> days, int counted) {

  /** Three years and a little. */
  public static final int MOST = 1_100;

  /**
   * One day.
   *
   * @param number the how-manieth counted day it is, counted away from the start; zero for none
   * @param reason why it does not count, or why it does although it looks otherwise; null for none
   * @param isLast whether it is the last lawful day
   */
  public record Day(
      LocalDate date, DayMark mark, int number, @Nullable Names reason, boolean isLast) {}

  /** Days in a row that are alike. */
  public record Stretch(
      LocalDate from, LocalDate to, int days, DayMark mark, @Nullable Names reason) {}

  public DayStrip {
    days = List.copyOf(days);
  }

  /**
   * The strip of an explained deadline.
   *
   * @param deadline with its trace; without one the strip is empty
   */
  public static DayStrip of(Deadline deadline, WorkingCalendar calendar) {
    var due = deadline.state().whenDue().orElse(null);
    var plan = DayPlan.of(deadline.trace(), due != null && due.exact());
    var last = due == null ? pausedSince(deadline.state()) : due.on();
    if (plan == null || last == null || Math.abs(plan.daysTo(last)) > MOST) {
      return new DayStrip(List.of(), 0);
    }
    var days =
        last.isBefore(plan.first())
            ? new DayWalk(plan, calendar).back(last)
            : new DayWalk(plan, calendar).on(last, due != null);
    return new DayStrip(days, (int) days.stream().filter(day -> day.number() > 0).count());
  }

  private static @Nullable LocalDate pausedSince(DeadlineState state) {
    return state instanceof DeadlineState.Paused paused ? paused.since() : null;
  }

  /** The same days, those in a row that are alike as one. */
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    Day first = null;
    Day previous = null;
    for (var day : days) {
      if (first == null || previous == null || !isAlike(first, day)) {
        if (first != null && previous != null) {
          stretches.add(stretch(first, previous));
        }
        first = day;
      }
      previous = day;
    }
    if (first != null && previous != null) {
      stretches.add(stretch(first, previous));
    }
    return stretches;
  }

  private static boolean isAlike(Day one, Day other) {
    return one.mark() == other.mark() && java.util.Objects.equals(one.reason(), other.reason());
  }

  private static Stretch stretch(Day first, Day last) {
    var days = (int) (last.date().toEpochDay() - first.date().toEpochDay()) + 1;
    return new Stretch(first.date(), last.date(), days, first.mark(), first.reason());
  }
}
