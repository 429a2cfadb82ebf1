package io.caseclock.monitor.explain;

import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import io.caseclock.monitor.period.CountedDay;
import io.caseclock.monitor.period.DayMark;
import io.caseclock.monitor.period.Period;
import io.caseclock.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  public static final DayStrip EMPTY = new DayStrip(List.of(), 0);

  private static final Names START = new Names("开始之日，不计入", "the first day, which does not count");
  private static final Names START_HOUR =
      new Names(
          "起算时刻，至次日同一时刻为一日", "the hour of the beginning; a day runs to the same hour of the next");
  private static final Names CARRIED = new Names("顺延至此", "carried to this working day");

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
      LocalDate from, LocalDate to, int days, DayMark mark, @Nullable Names reason) {

    static Stretch of(Day day) {
      return new Stretch(day.date(), day.date(), 1, day.mark(), day.reason());
    }

    boolean isAlike(Day day) {
      return mark == day.mark() && Objects.equals(reason, day.reason());
    }

    Stretch upTo(Day day) {
      return new Stretch(from, day.date(), days + 1, mark, reason);
    }
  }

  public DayStrip {
    days = List.copyOf(days);
  }

  /** The strip of a computed deadline. */
  public static DayStrip of(Deadline deadline) {
    var period = deadline.period();
    var due = deadline.state().whenDue().orElse(null);
    var last = due == null ? pausedSince(deadline.state()) : due.on();
    if (last == null || period.isInHours() || isTooLong(period.firstDay(), last)) {
      return EMPTY;
    }
    var counted = period.daysTo(last);
    var carriedFrom = due == null || period.lastDay().equals(last) ? null : period.lastDay();
    return new DayStrip(
        counted.stream()
            .map(
                day ->
                    new Day(
                        day.date(),
                        day.mark(),
                        day.number(),
                        reason(day, period, day.date().equals(carriedFrom)),
                        due != null && day.date().equals(last)))
            .toList(),
        (int) counted.stream().filter(day -> day.number() > 0).count());
  }

  private static boolean isTooLong(LocalDate first, LocalDate last) {
    return Math.abs(last.toEpochDay() - first.toEpochDay()) > MOST;
  }

  private static @Nullable LocalDate pausedSince(DeadlineState state) {
    return state instanceof DeadlineState.Paused paused ? paused.since() : null;
  }

  private static @Nullable Names reason(CountedDay day, Period period, boolean isCarriedFrom) {
    var date = day.date();
    var calendar = period.calendar();
    return switch (day.mark()) {
      case START -> period.runsFromHourToHour() ? START_HOUR : START;
      case COUNTED -> isCarriedFrom ? restDay(date, calendar) : null;
      case MAKE_UP_WORKING_DAY -> makeUp(date, calendar);
      case LEFT_OUT -> day.span();
      case REST_DAY -> restDay(date, calendar);
      case CARRIED -> calendar.isWorkingDay(date) ? CARRIED : restDay(date, calendar);
    };
  }

  private static Names restDay(LocalDate day, WorkingCalendar calendar) {
    var name = calendar.nameOf(day);
    if (name != null) {
      return new Names(name, "holiday (" + name + ")");
    }
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        ? new Names("星期六", "Saturday")
        : new Names("星期日", "Sunday");
  }

  private static Names makeUp(LocalDate day, WorkingCalendar calendar) {
    var name = calendar.nameOf(day);
    return new Names("调休上班（" + name + "）", "make-up working day (" + name + ")");
  }

  /** The same days, those in a row that are alike as one. */
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    for (var day : days) {
      if (!stretches.isEmpty() && stretches.getLast().isAlike(day)) {
        stretches.add(stretches.removeLast().upTo(day));
      } else {
        stretches.add(Stretch.of(day));
      }
    }
    return stretches;
  }
}
