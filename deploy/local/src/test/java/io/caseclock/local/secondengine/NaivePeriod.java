package io.caseclock.local.secondengine;

import io.caseclock.local.secondengine.NaiveDeadline.NaiveDue;
import io.caseclock.pack.CalendarYear;
import io.caseclock.pack.Roll;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term;
import io.caseclock.pack.Term.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run of a period: its steps, and the spans that do not count. */
final class NaivePeriod {

  private final RuleVersion version;
  private final List<CalendarYear> notices;
  private final ZoneId zone;
  private final Instant start;
  private final boolean isRolled;
  private final List<Term> steps;
  private final List<NaiveSpan> spans = new ArrayList<>();

  /**
   * @param start of the run; spans before it are none of its own
   * @param isRolled whether a last day that is no working day moves to the next one
   */
  NaivePeriod(
      RuleVersion version,
      List<CalendarYear> notices,
      ZoneId zone,
      Instant start,
      Term term,
      boolean isRolled) {
    this.version = version;
    this.notices = notices;
    this.zone = zone;
    this.start = start;
    this.isRolled = isRolled;
    this.steps = new ArrayList<>(term.steps());
  }

  /** Extra time of the unit of the last step lengthens it: months keep their one anchor. */
  void extend(Term adds) {
    var last = steps.getLast();
    if (last.unit() == adds.unit()) {
      steps.removeLast();
      steps.add(new Term(last.amount() + adds.amount(), last.unit()));
    } else {
      steps.addAll(adds.steps());
    }
  }

  /** How long the whole would be, the steps one after the other. */
  Term lengthWith(Term adds) {
    Term whole = null;
    var all = new ArrayList<>(steps);
    all.add(adds);
    for (var step : all.reversed()) {
      whole =
          whole != null && whole.unit() == step.unit()
              ? new Term(step.amount() + whole.amount(), step.unit(), whole.then())
              : new Term(step.amount(), step.unit(), whole);
    }
    return Objects.requireNonNull(whole);
  }

  boolean isInHours() {
    return steps.getFirst().unit() == Unit.HOURS;
  }

  void leaveOut(NaiveSpan span) {
    spans.add(span);
  }

  /** Whether at that instant the period stands still. */
  boolean isSuspendedAt(Instant instant) {
    for (var span : spans) {
      if (!span.from().isAfter(instant) && (span.to() == null || instant.isBefore(span.to()))) {
        return true;
      }
    }
    return false;
  }

  /** The first day of the span that still lasts, if the period stands still now. */
  @Nullable LocalDate standsStillSince() {
    for (var span : spans) {
      if (span.lasts()) {
        return dayOf(span.from());
      }
    }
    return null;
  }

  /**
   * When it is due, if the spans that still last ended at an instant.
   *
   * @param until at or after everything that has happened
   */
  NaiveDue due(Instant until) {
    if (isInHours()) {
      return hours(until);
    }
    return runsFromHourToHour() ? fromHourToHour(until) : days(until);
  }

  /**
   * When it was due, if it ended at an instant; its last day does not come while it stands still.
   */
  NaiveDue dueWhereItEnds(Instant end) {
    var due = due(end);
    if (!isSuspendedAt(end) || !due.isPassedAt(end)) {
      return due;
    }
    var day = dayOf(end);
    var at = due.exact() ? end : day.plusDays(1).atStartOfDay(zone).toInstant();
    return new NaiveDue(at, day, due.exact(), due.provisional());
  }

  /** The exact instant so many hours later, as 传唤 is checked; nothing rolls. */
  private NaiveDue hours(Instant until) {
    var at = start.plus(Duration.ofHours(steps.getFirst().amount())).plus(timeLeftOut(until));
    return new NaiveDue(at, dayOf(at), true, false);
  }

  /** Detention counts the day of entry: from it to the next day is one day (拘留所条例实施办法). */
  private boolean runsFromHourToHour() {
    return version.startDayCounts()
        && version.roll() == Roll.NONE
        && steps.size() == 1
        && steps.getFirst().unit() == Unit.CALENDAR_DAYS;
  }

  private NaiveDue fromHourToHour(Instant until) {
    var last = count(new NaiveCalendar(notices), until).lastDay(dayOf(start), steps);
    return new NaiveDue(start.atZone(zone).with(last).toInstant(), last, true, false);
  }

  /** The end of the last day (刑事诉讼法 105). */
  private NaiveDue days(Instant until) {
    var calendar = new NaiveCalendar(notices);
    var count = count(calendar, until);
    var day = dayOf(start);
    var last =
        rolled(
            count,
            version.startDayCounts()
                ? count.lastDayWhereTheStartCounts(day, steps)
                : count.lastDay(day, steps));
    var at = last.plusDays(1).atStartOfDay(zone).toInstant();
    return new NaiveDue(at, last, false, calendar.wasUncertain());
  }

  /** A last day that is no working day rolls once, at the very end (行政程序规定 35). */
  private LocalDate rolled(NaiveCount count, LocalDate last) {
    return isRolled ? count.rolled(last) : last;
  }

  private NaiveCount count(NaiveCalendar calendar, Instant until) {
    return new NaiveCount(calendar, version.monthEnd(), daysLeftOut(until));
  }

  /** The days after the first of each span, up to its last; each once. */
  private Set<LocalDate> daysLeftOut(Instant until) {
    Set<LocalDate> days = new HashSet<>();
    for (var span : spans) {
      var last = dayOf(end(span, until));
      for (var day = dayOf(span.from()).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
        if (day.isAfter(dayOf(start))) {
          days.add(day);
        }
      }
    }
    return days;
  }

  /** In hours, each minute of a span; where spans overlap, once. */
  private Duration timeLeftOut(Instant until) {
    var sum = Duration.ZERO;
    var from = start;
    for (var span : inOrder()) {
      var begin = span.from().isAfter(from) ? span.from() : from;
      var end = end(span, until);
      if (end.isAfter(begin)) {
        sum = sum.plus(Duration.between(begin, end));
        from = end;
      }
    }
    return sum;
  }

  private List<NaiveSpan> inOrder() {
    return spans.stream().sorted((one, other) -> one.from().compareTo(other.from())).toList();
  }

  private static Instant end(NaiveSpan span, Instant until) {
    return span.to() == null || span.to().isAfter(until) ? until : span.to();
  }

  private LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
