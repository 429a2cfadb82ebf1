package io.caseclock.monitor.explain;

import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.TraceStep;
import io.caseclock.monitor.deadline.TraceStep.Change;
import io.caseclock.pack.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trace says about the days of a period, summed up.
 *
 * @param first the day from which it is counted
 * @param isDayOne whether that day is day one; else it is day zero
 * @param workingDays how many working days, zero where calendar days count
 * @param days how many calendar days, after the working days where there are both
 * @param isByMonths whether months or years belong to it, so that its days are not a round number
 * @param carriedFrom the last day before it was carried to a working day; null where it was not
 */
record DayPlan(
    LocalDate first,
    boolean isDayOne,
    int workingDays,
    int days,
    boolean isByMonths,
    List<Change.LeavesOut> leftOut,
    @Nullable LocalDate carriedFrom) {

  /**
   * Sums a trace up; null where it counts no days.
   *
   * @param toTheHour true where the period ends at the hour of its start, so that a day runs from
   *     the entry to the same hour of the next one
   */
  static @Nullable DayPlan of(List<TraceStep> trace, boolean toTheHour) {
    Change.Counts counts = null;
    List<Term> terms = new ArrayList<>();
    List<Change.LeavesOut> leftOut = new ArrayList<>();
    LocalDate carriedFrom = null;
    for (var step : trace) {
      switch (step.change()) {
        case Change.Counts period -> {
          counts = period;
          terms.add(period.term());
        }
        case Change.Adds extension -> terms.add(extension.term());
        case Change.LeavesOut span -> leftOut.add(span);
        case Change.Carries carried -> carriedFrom = carried.from();
        case null -> {}
      }
    }
    if (counts == null || counts.term().isInHours()) {
      return null;
    }
    return new DayPlan(
        counts.first(),
        counts.startDayCounts() && !toTheHour,
        sum(terms, Term.Unit.WORKING_DAYS),
        sum(terms, Term.Unit.CALENDAR_DAYS),
        sum(terms, Term.Unit.MONTHS) + sum(terms, Term.Unit.YEARS) > 0,
        leftOut,
        carriedFrom);
  }

  private static int sum(List<Term> terms, Term.Unit unit) {
    return terms.stream().filter(term -> term.unit() == unit).mapToInt(Term::amount).sum();
  }

  long daysTo(LocalDate last) {
    return last.toEpochDay() - first.toEpochDay();
  }

  /** The span for which a day does not count; null where none covers it. */
  @Nullable Names leftOutFor(LocalDate day) {
    for (var span : leftOut) {
      if (day.isAfter(span.after()) && !day.isAfter(span.until())) {
        return span.what();
      }
    }
    return null;
  }
}
