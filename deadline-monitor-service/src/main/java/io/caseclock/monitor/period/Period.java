package io.caseclock.monitor.period;

import io.caseclock.contract.Names;
import io.caseclock.pack.Direction;
import io.caseclock.pack.MonthEnd;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Term;
import io.caseclock.pack.Term.Unit;
import io.caseclock.time.LegalDays;
import io.caseclock.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period: where it is anchored, how long it is, and what does not count. Each step is counted in
 * its own unit where the one before it ended; months that follow months are added to their one
 * anchor. The start day is day zero unless the rule says otherwise (CPL art. 105).
 *
 * @param length the rule's own term and all extensions
 * @param leftOut the last stretch of days that does not count; null for none
 * @param timeLeftOut what does not count of a period in hours
 */
public record Period(
    Counting counting, Length length, @Nullable LeftOut leftOut, Duration timeLeftOut) {

  /**
   * How it is counted, which nothing that happens later changes.
   *
   * @param anchor when it begins to run
   * @param firstDay the day counting starts from; differs from the anchor's own day only where the
   *     event names a reference day
   */
  public record Counting(
      WorkingCalendar calendar,
      LegalDays days,
      Direction direction,
      boolean startDayCounts,
      MonthEnd monthEnd,
      Roll roll,
      boolean inCustody,
      Instant anchor,
      LocalDate firstDay) {}

  /**
   * Terms one after the other.
   *
   * @param steps in the order in which they are counted; two neighbours are of different units, and
   *     years are counted as twelve months
   */
  public record Length(List<Term> steps) {

    static final Length NONE = new Length(List.of());

    public Length {
      steps = List.copyOf(steps);
    }

    Length plus(Term term) {
      List<Term> all = new ArrayList<>(steps);
      for (var step : term.steps()) {
        var counted = counted(step);
        var last = all.isEmpty() ? null : all.getLast();
        if (last != null && last.unit() == counted.unit()) {
          all.set(all.size() - 1, new Term(last.amount() + counted.amount(), last.unit()));
        } else {
          all.add(counted);
        }
      }
      return new Length(all);
    }

    /** The length of a single term. */
    static Length of(Term term) {
      return term.then() == null ? new Length(List.of(counted(term))) : NONE.plus(term);
    }

    private static Term counted(Term step) {
      return step.unit() == Unit.YEARS ? new Term(12 * step.amount(), Unit.MONTHS) : step;
    }

    private boolean isOnly(Unit unit) {
      return steps.size() == 1 && steps.getFirst().unit() == unit;
    }

    private int amountOf(Unit unit) {
      var amount = 0;
      for (var i = 0; i < steps.size(); i++) {
        amount += steps.get(i).unit() == unit ? steps.get(i).amount() : 0;
      }
      return amount;
    }
  }

  /**
   * Days in a row that do not count: those after {@code after}, up to and including {@code until}.
   *
   * @param earlier the stretch before it, which ended on {@code after} or earlier
   * @param daysInAll how many days it and all earlier ones leave out
   */
  public record LeftOut(
      @Nullable LeftOut earlier, LocalDate after, LocalDate until, Names what, int daysInAll) {}

  /** The period of a rule, as it begins. */
  public static Period of(Counting counting, Term term) {
    return new Period(counting, Length.of(term), null, Duration.ZERO);
  }

  /** With an extension. */
  public Period plus(Term term) {
    return new Period(counting, length.plus(term), leftOut, timeLeftOut);
  }

  /**
   * Without the days after {@code after} up to and including {@code until}; each stretch goes on
   * where the one before it ended, or later.
   */
  public Period without(LocalDate after, LocalDate until, Names what) {
    var days = daysLeftOut() + (int) (until.toEpochDay() - after.toEpochDay());
    return new Period(
        counting, length, new LeftOut(leftOut, after, until, what, days), timeLeftOut);
  }

  /** Without a stretch of time, for a period in hours. */
  public Period without(Duration time) {
    return new Period(counting, length, leftOut, timeLeftOut.plus(time));
  }

  public WorkingCalendar calendar() {
    return counting.calendar();
  }

  public ZoneId zone() {
    return counting.days().zone();
  }

  /** The day from which it is counted: day one, or day zero. */
  public LocalDate firstDay() {
    return counting.firstDay();
  }

  public boolean isInHours() {
    return length.isOnly(Unit.HOURS);
  }

  boolean isBackward() {
    return counting.direction() == Direction.BACKWARD;
  }

  public boolean startDayCounts() {
    return counting.startDayCounts();
  }

  /** Whether the first day is day one; a day that runs to the same hour of the next is not. */
  boolean isFirstDayCounted() {
    return counting.startDayCounts() && !isBackward() && !runsFromHourToHour();
  }

  /**
   * A term of days whose first day is the day of entry, and that never rolls, runs to the same hour
   * of its last day.
   */
  public boolean runsFromHourToHour() {
    return counting.startDayCounts()
        && counting.roll() == Roll.NONE
        && !isBackward()
        && length.isOnly(Unit.CALENDAR_DAYS);
  }

  /** Whether the last day is carried to a working day. */
  boolean rolls() {
    return !isBackward()
        && switch (counting.roll()) {
          case NONE -> false;
          case NEXT_WORKING_DAY -> true;
          case NONE_IF_IN_CUSTODY -> !counting.inCustody();
        };
  }

  MonthEnd monthEnd() {
    return counting.monthEnd();
  }

  int daysLeftOut() {
    return leftOut == null ? 0 : leftOut.daysInAll();
  }

  List<LeftOut> leftOutOldestFirst() {
    if (leftOut == null) {
      return List.of();
    }
    List<LeftOut> all = new ArrayList<>();
    for (var one = leftOut; one != null; one = one.earlier()) {
      all.add(one);
    }
    return all.reversed();
  }

  boolean endsInWorkingDays() {
    return length.steps().getLast().unit() == Unit.WORKING_DAYS;
  }

  /** Where it ends. */
  public PeriodEnd end() {
    if (isInHours()) {
      var hours = Duration.ofHours(length.amountOf(Unit.HOURS));
      var at = counting.anchor().plus(hours).plus(timeLeftOut);
      return PeriodEnd.ofInstant(at, counting.days());
    }
    if (runsFromHourToHour()) {
      var days = (long) length.amountOf(Unit.CALENDAR_DAYS) + daysLeftOut();
      var at = counting.anchor().atZone(zone()).plusDays(days).toInstant();
      return PeriodEnd.ofInstant(at, counting.days());
    }
    return new DayCount(this).end();
  }

  /** Its last day before that is carried to a working day. */
  public LocalDate lastDay() {
    return end().lastDay();
  }

  /** Every day from the first one to this one, oldest first; of no use for a period in hours. */
  public List<CountedDay> daysTo(LocalDate last) {
    return new DayCount(this).daysTo(last);
  }

  /** How many days a computation of its end may look at, roughly. */
  public int daysToLookAt() {
    var workingDays = length.amountOf(Unit.WORKING_DAYS);
    if (workingDays == 0) {
      return 1;
    }
    var days = leftOut == null ? 0 : leftOut.until().toEpochDay() - firstDay().toEpochDay();
    return workingDays + (int) Math.min(1_000_000, Math.abs(days));
  }
}
