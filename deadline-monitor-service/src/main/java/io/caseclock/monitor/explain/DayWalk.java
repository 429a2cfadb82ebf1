package io.caseclock.monitor.explain;

import io.caseclock.calendar.DayKind;
import io.caseclock.calendar.WorkingCalendar;
import io.caseclock.contract.Names;
import io.caseclock.monitor.explain.DayStrip.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks a period day by day, as a person does with a calendar and a pencil. */
final class DayWalk {

  private static final Names START = new Names("开始之日，不计入", "the first day, which does not count");
  private static final Names CARRIED = new Names("顺延至此", "carried to this working day");

  private final DayPlan plan;
  private final WorkingCalendar calendar;
  private final List<Day> days = new ArrayList<>();
  private int workingDaysLeft;
  private int daysLeft;
  private int number;

  DayWalk(DayPlan plan, WorkingCalendar calendar) {
    this.plan = plan;
    this.calendar = calendar;
    this.workingDaysLeft = plan.workingDays();
    this.daysLeft = plan.isByMonths() ? Integer.MAX_VALUE : plan.days();
  }

  /**
   * Forward to the last day.
   *
   * @param isDue whether that day is the last lawful one; else the period is paused on it
   */
  List<Day> on(LocalDate last, boolean isDue) {
    for (var day = plan.first(); !day.isAfter(last); day = day.plusDays(1)) {
      take(day, isDue && day.equals(last));
    }
    return days;
  }

  /** Backward to the last lawful day, where no span matters; the days still come oldest first. */
  List<Day> back(LocalDate last) {
    add(plan.first(), DayMark.START, START, false);
    for (var day = plan.first().minusDays(1); !day.isBefore(last); day = day.minusDays(1)) {
      count(day, null, day.equals(last));
    }
    Collections.reverse(days);
    return days;
  }

  private void take(LocalDate day, boolean isLast) {
    if (day.equals(plan.first()) && !plan.isDayOne()) {
      add(day, DayMark.START, START, isLast);
    } else if (isOver(day)) {
      carry(day, isLast);
    } else {
      count(day, plan.leftOutFor(day), isLast);
    }
  }

  private boolean isOver(LocalDate day) {
    var carriedFrom = plan.carriedFrom();
    return plan.isByMonths()
        ? carriedFrom != null && day.isAfter(carriedFrom)
        : workingDaysLeft + daysLeft == 0;
  }

  private void count(LocalDate day, @Nullable Names span, boolean isLast) {
    var kind = calendar.kindOf(day);
    if (workingDaysLeft > 0 && !kind.isWorking()) {
      add(day, DayMark.REST_DAY, restDay(day), isLast);
      return;
    }
    if (span != null) {
      add(day, DayMark.LEFT_OUT, span, isLast);
      return;
    }
    var isMakeUp = workingDaysLeft > 0 && kind == DayKind.MAKE_UP_WORKING_DAY;
    if (workingDaysLeft > 0) {
      workingDaysLeft--;
    } else if (!plan.isByMonths()) {
      daysLeft--;
    }
    number++;
    var mark = isMakeUp ? DayMark.MAKE_UP_WORKING_DAY : DayMark.COUNTED;
    var reason = isMakeUp ? makeUp(day) : day.equals(plan.carriedFrom()) ? restDay(day) : null;
    days.add(new Day(day, mark, number, reason, isLast));
  }

  /**
   * Days after the end: a span that was still under way, or a rest day over which it was carried.
   */
  private void carry(LocalDate day, boolean isLast) {
    var span = plan.leftOutFor(day);
    if (span != null) {
      add(day, DayMark.LEFT_OUT, span, isLast);
    } else {
      add(day, DayMark.CARRIED, calendar.isWorkingDay(day) ? CARRIED : restDay(day), isLast);
    }
  }

  private void add(LocalDate day, DayMark mark, @Nullable Names reason, boolean isLast) {
    days.add(new Day(day, mark, 0, reason, isLast));
  }

  private Names restDay(LocalDate day) {
    var name = calendar.nameOf(day);
    if (name != null) {
      return new Names(name, "holiday (" + name + ")");
    }
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        ? new Names("星期六", "Saturday")
        : new Names("星期日", "Sunday");
  }

  private Names makeUp(LocalDate day) {
    var name = calendar.nameOf(day);
    return new Names("调休上班（" + name + "）", "make-up working day (" + name + ")");
  }
}
