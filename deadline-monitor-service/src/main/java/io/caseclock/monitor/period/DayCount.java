package io.caseclock.monitor.period;

import io.caseclock.contract.Names;
import io.caseclock.monitor.period.Period.LeftOut;
import io.caseclock.pack.Term;
import io.caseclock.time.DayKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the days of a period one after the other, as a person does with a calendar and a
 * pencil. It is the only place that says which days count: the last day of a period and the days
 * that people are shown both come from here. Where every day counts the last one is found without
 * looking at those before it. For one use.
 */
final class DayCount {

  private final Period period;
  private final int direction;
  private final List<LeftOut> leftOut;
  private final Iterator<Term> steps;
  private LocalDate day;
  private LocalDate lastCounted;
  private int workingDaysLeft;
  private long daysLeft;
  private int number;
  private int passed;
  private int unannouncedYear;

  DayCount(Period period) {
    this.period = period;
    this.direction = period.isBackward() ? -1 : 1;
    this.leftOut = period.isBackward() ? List.of() : period.leftOutOldestFirst();
    this.steps = period.length().steps().iterator();
    this.lastCounted = period.firstDay();
    this.day =
        period.isFirstDayCounted() ? period.firstDay() : period.firstDay().plusDays(direction);
  }

  /** Where the period ends, and the working day to which that is carried if it rolls. */
  PeriodEnd end() {
    while (isAtWork()) {
      if (daysLeft > 0) {
        countDaysAtOnce();
      } else {
        next();
      }
    }
    passWorkingDaysLeftOutSince();
    var on = lastCounted;
    while (period.rolls() && !isWorking(on)) {
      on = on.plusDays(1);
    }
    return PeriodEnd.ofDay(lastCounted, on, period.counting().days(), unannouncedYear);
  }

  /** Every day from the first one to this one, oldest first. */
  List<CountedDay> daysTo(LocalDate last) {
    List<CountedDay> days = new ArrayList<>();
    if (!period.isFirstDayCounted()) {
      days.add(new CountedDay(period.firstDay(), DayMark.START, 0, null));
    }
    while (period.isBackward() ? !day.isBefore(last) : !day.isAfter(last)) {
      isAtWork();
      days.add(next());
    }
    return period.isBackward() ? days.reversed() : days;
  }

  /** Goes on to the next step once the one before it is counted; false after the last. */
  private boolean isAtWork() {
    if (workingDaysLeft == 0 && daysLeft == 0 && steps.hasNext()) {
      var step = steps.next();
      switch (step.unit()) {
        case WORKING_DAYS -> workingDaysLeft = step.amount();
        case CALENDAR_DAYS -> daysLeft = step.amount();
        case MONTHS -> daysLeft = daysOfMonths(step.amount());
        case HOURS, YEARS -> throw new IllegalStateException("not counted in days: " + step);
      }
    }
    return workingDaysLeft > 0 || daysLeft > 0;
  }

  private long daysOfMonths(int months) {
    var to = period.monthEnd().plusMonths(lastCounted, direction * months);
    return Math.abs(to.toEpochDay() - lastCounted.toEpochDay());
  }

  /**
   * Counts days of which all count, but those that are left out. What is left out after the last
   * day of the last step prolongs the period all the same, since the span began in time.
   */
  private void countDaysAtOnce() {
    var last = day.plusDays(direction * (daysLeft - 1));
    while (passed < leftOut.size()
        && (!steps.hasNext() || leftOut.get(passed).after().isBefore(last))) {
      last = last.plusDays(daysFrom(day, leftOut.get(passed)));
      passed++;
    }
    daysLeft = 0;
    lastCounted = last;
    day = last.plusDays(direction);
  }

  /**
   * What is left out after a last working day began on it, and prolongs the period by its working
   * days.
   */
  private void passWorkingDaysLeftOutSince() {
    if (period.endsInWorkingDays() && !leftOut.isEmpty()) {
      var until = leftOut.getLast().until();
      for (var date = lastCounted.plusDays(1); !date.isAfter(until); date = date.plusDays(1)) {
        if (isWorking(date)) {
          lastCounted = date;
        }
      }
    }
  }

  /** How many days a stretch leaves out that were not passed yet. */
  private static long daysFrom(LocalDate day, LeftOut stretch) {
    var before = day.minusDays(1);
    var after = stretch.after().isBefore(before) ? before : stretch.after();
    return Math.max(0, stretch.until().toEpochDay() - after.toEpochDay());
  }

  private CountedDay next() {
    var date = day;
    day = day.plusDays(direction);
    var span = spanOver(date);
    if (workingDaysLeft > 0) {
      return workingDay(date, span);
    }
    if (span != null) {
      return new CountedDay(date, DayMark.LEFT_OUT, 0, span);
    }
    if (daysLeft == 0) {
      return new CountedDay(date, DayMark.CARRIED, 0, null);
    }
    daysLeft--;
    lastCounted = date;
    return new CountedDay(date, DayMark.COUNTED, ++number, null);
  }

  private CountedDay workingDay(LocalDate date, @Nullable Names span) {
    var kind = period.calendar().kindOf(date);
    if (span == null) {
      noteWhetherAnnounced(date);
    }
    if (!kind.isWorking()) {
      return new CountedDay(date, DayMark.REST_DAY, 0, null);
    }
    if (span != null) {
      return new CountedDay(date, DayMark.LEFT_OUT, 0, span);
    }
    workingDaysLeft--;
    lastCounted = date;
    var mark = kind == DayKind.MAKE_UP_WORKING_DAY ? DayMark.MAKE_UP_WORKING_DAY : DayMark.COUNTED;
    return new CountedDay(date, mark, ++number, null);
  }

  private @Nullable Names spanOver(LocalDate date) {
    while (passed < leftOut.size() && date.isAfter(leftOut.get(passed).until())) {
      passed++;
    }
    var isCovered = passed < leftOut.size() && date.isAfter(leftOut.get(passed).after());
    return isCovered ? leftOut.get(passed).what() : null;
  }

  private boolean isWorking(LocalDate date) {
    noteWhetherAnnounced(date);
    return period.calendar().isWorkingDay(date);
  }

  private void noteWhetherAnnounced(LocalDate date) {
    var year = period.calendar().unannouncedYear(date);
    if (year != 0) {
      unannouncedYear = year;
    }
  }
}
