package io.caseclock.monitor.period;

import io.caseclock.contract.Names;
import io.caseclock.monitor.period.Period.LeftOut;
import io.caseclock.time.DayKind;
import java.time.LocalDate;
import java.util.ArrayList;
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
  private LocalDate day;
  private int workingDaysLeft;
  private int daysLeft;
  private int number;
  private int passed;
  private int unannouncedYear;

  DayCount(Period period) {
    this.period = period;
    this.direction = period.isBackward() ? -1 : 1;
    this.leftOut = period.isBackward() ? List.of() : period.leftOutOldestFirst();
    this.day =
        period.isFirstDayCounted() ? period.firstDay() : period.firstDay().plusDays(direction);
    this.workingDaysLeft = period.length().workingDays();
    this.daysLeft = period.calendarDays();
  }

  /** Where the period ends, and the working day to which that is carried if it rolls. */
  PeriodEnd end() {
    var extra = period.isInWorkingDays() || period.isBackward() ? 0 : period.daysLeftOut();
    while (workingDaysLeft > 0) {
      next();
    }
    var last = day.plusDays(direction * (daysLeft + extra - 1L));
    var on = last;
    while (period.rolls() && !isWorking(on)) {
      on = on.plusDays(1);
    }
    return PeriodEnd.ofDay(last, on, period.zone(), unannouncedYear);
  }

  /** Every day from the first one to this one, oldest first. */
  List<CountedDay> daysTo(LocalDate last) {
    List<CountedDay> days = new ArrayList<>();
    if (!period.isFirstDayCounted()) {
      days.add(new CountedDay(period.firstDay(), DayMark.START, 0, null));
    }
    while (period.isBackward() ? !day.isBefore(last) : !day.isAfter(last)) {
      days.add(next());
    }
    return period.isBackward() ? days.reversed() : days;
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
    if (!period.calendar().isAnnounced(date)) {
      unannouncedYear = date.getYear();
    }
  }
}
