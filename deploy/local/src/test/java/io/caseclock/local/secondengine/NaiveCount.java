package io.caseclock.local.secondengine;

import io.caseclock.pack.MonthEnd;
import io.caseclock.pack.Term;
import io.caseclock.pack.Term.Unit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts periods in days, months and years with one finger on a calendar.
 *
 * @param leftOut days that do not count, because the period was suspended
 */
record NaiveCount(NaiveCalendar calendar, MonthEnd monthEnd, Set<LocalDate> leftOut) {

  /**
   * The last day of the steps, each counted in its own unit from where the one before it ended.
   *
   * @param day the day of the start, which is day zero (刑事诉讼法 105, 行政程序规定 35)
   */
  LocalDate lastDay(LocalDate day, List<Term> steps) {
    return lastDay(day, steps, null);
  }

  /** The same where the day of the start is day one (as in 拘留所条例实施办法). */
  LocalDate lastDayWhereTheStartCounts(LocalDate day, List<Term> steps) {
    return lastDay(day.minusDays(1), steps, day);
  }

  private LocalDate lastDay(LocalDate from, List<Term> steps, @Nullable LocalDate dayOne) {
    var end = from;
    var inOneUnit = monthsAndYearsTogether(steps);
    for (var i = 0; i < inOneUnit.size(); i++) {
      end = count(end, i == 0 ? dayOne : null, inOneUnit.get(i));
    }
    return movedByWhatBeganOnTheLastDay(end, steps.getLast().unit());
  }

  /** A year is twelve months: they are counted together, from the one day. */
  private static List<Term> monthsAndYearsTogether(List<Term> steps) {
    List<Term> together = new ArrayList<>();
    for (var step : steps) {
      var own = step.unit() == Unit.YEARS ? new Term(12 * step.amount(), Unit.MONTHS) : step;
      if (!together.isEmpty() && together.getLast().unit() == own.unit()) {
        own = new Term(together.removeLast().amount() + own.amount(), own.unit());
      }
      together.add(own);
    }
    return together;
  }

  private LocalDate count(LocalDate from, @Nullable LocalDate dayOne, Term step) {
    return switch (step.unit()) {
      case CALENDAR_DAYS -> calendarDays(from, step.amount());
      case WORKING_DAYS -> workingDays(from, step.amount());
      case MONTHS -> months(from, dayOne, step.amount());
      case YEARS, HOURS -> throw new IllegalArgumentException("not counted here: " + step);
    };
  }

  /** Each day after the first counts, unless the period stands still (刑事诉讼法 105). */
  private LocalDate calendarDays(LocalDate from, long amount) {
    var day = from;
    for (var counted = 0L; counted < amount; ) {
      day = day.plusDays(1);
      if (!leftOut.contains(day)) {
        counted++;
      }
    }
    return day;
  }

  /** Each working day after the first counts, unless it stands still (行政处罚法 85). */
  private LocalDate workingDays(LocalDate from, int amount) {
    var day = from;
    for (var counted = 0; counted < amount; ) {
      day = day.plusDays(1);
      if (!leftOut.contains(day) && calendar.isWorkingDay(day)) {
        counted++;
      }
    }
    return day;
  }

  /**
   * The same day number so many months later, a day earlier where the first day counts; and then as
   * many days more as were left out on the way.
   */
  private LocalDate months(LocalDate from, @Nullable LocalDate dayOne, int amount) {
    var end = dayOne == null ? sameDay(from, amount) : sameDay(dayOne, amount).minusDays(1);
    return calendarDays(from, ChronoUnit.DAYS.between(from, end));
  }

  /**
   * The last day of the month where there is no such day (民法典 202), and from a last day where
   * criminal procedure counts (最高法刑诉解释 202).
   */
  private LocalDate sameDay(LocalDate from, int months) {
    var target = from.withDayOfMonth(1).plusMonths(months);
    var isLast = from.plusDays(1).getDayOfMonth() == 1;
    if (monthEnd == MonthEnd.LAST_DAY && isLast) {
      return target.withDayOfMonth(target.lengthOfMonth());
    }
    return target.withDayOfMonth(Math.min(from.getDayOfMonth(), target.lengthOfMonth()));
  }

  /** What is left out after the end began by the last day, so that it counts and adds its days. */
  private LocalDate movedByWhatBeganOnTheLastDay(LocalDate end, Unit unit) {
    var day = end;
    for (var out : leftOut.stream().sorted().toList()) {
      if (!out.isAfter(end)) {
        continue;
      }
      if (unit != Unit.WORKING_DAYS) {
        day = day.plusDays(1);
      } else if (calendar.isWorkingDay(out)) {
        day = nextWorkingDay(day);
      }
    }
    return day;
  }

  private LocalDate nextWorkingDay(LocalDate day) {
    var next = day.plusDays(1);
    while (!calendar.isWorkingDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The last day itself if it is a working day, else the first one after it (刑事诉讼法 105). */
  LocalDate rolled(LocalDate day) {
    return calendar.isWorkingDay(day) ? day : nextWorkingDay(day);
  }

  /** Back from a named day, without any roll (as in 行政处罚法 64: seven days before). */
  LocalDate backFrom(LocalDate day, List<Term> steps) {
    var end = day;
    for (var step : monthsAndYearsTogether(steps)) {
      end = back(end, step);
    }
    return end;
  }

  private LocalDate back(LocalDate from, Term step) {
    return switch (step.unit()) {
      case CALENDAR_DAYS -> from.minusDays(step.amount());
      case WORKING_DAYS -> workingDaysBack(from, step.amount());
      case MONTHS -> sameDay(from, -step.amount());
      case YEARS, HOURS -> throw new IllegalArgumentException("not counted here: " + step);
    };
  }

  private LocalDate workingDaysBack(LocalDate from, int amount) {
    var day = from;
    for (var counted = 0; counted < amount; ) {
      day = day.minusDays(1);
      if (calendar.isWorkingDay(day)) {
        counted++;
      }
    }
    return day;
  }
}
