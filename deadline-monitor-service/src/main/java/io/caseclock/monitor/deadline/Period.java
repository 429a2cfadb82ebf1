package io.caseclock.monitor.deadline;

import io.caseclock.calendar.WorkingCalendar;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A period on its way: where it is anchored, what was added, which days do not count; and the due
 * instant that follows. Months are added to the one anchor first, then days (SPC Interpretation
 * 2021, art. 202); the start day is day zero unless the rule says otherwise (CPL art. 105).
 */
final class Period {

  private final WorkingCalendar calendar;
  private final ZoneId zone;
  private final Direction direction;
  private final boolean startDayCounts;
  private final Roll roll;
  private final boolean inCustody;
  private final Instant anchor;
  private final LocalDate anchorDay;
  private final List<LocalDate[]> skipped = new ArrayList<>(0);

  private int hours;
  private int days;
  private int workingDays;
  private int months;
  private int tolledDays;
  private Duration tolledTime = Duration.ZERO;
  private int unannouncedYear;
  private @Nullable Due due;

  /**
   * @param anchorDay the day counting starts from; differs from the anchor's own day only where the
   *     event names a reference day
   */
  Period(
      WorkingCalendar calendar,
      ZoneId zone,
      Direction direction,
      boolean startDayCounts,
      Roll roll,
      boolean inCustody,
      Instant anchor,
      LocalDate anchorDay) {
    this.calendar = calendar;
    this.zone = zone;
    this.direction = direction;
    this.startDayCounts = startDayCounts;
    this.roll = roll;
    this.inCustody = inCustody;
    this.anchor = anchor;
    this.anchorDay = anchorDay;
  }

  /** Adds the rule's own period or an extension. */
  void add(Term term) {
    due = null;
    switch (term.unit()) {
      case HOURS -> hours += term.amount();
      case CALENDAR_DAYS -> days += term.amount();
      case WORKING_DAYS -> workingDays += term.amount();
      case MONTHS -> months += term.amount();
      case YEARS -> months += 12 * term.amount();
    }
  }

  /**
   * Leaves out the days after {@code from} up to and including {@code to}; each call goes on where
   * the one before it ended, or later.
   */
  void skipDays(LocalDate from, LocalDate to) {
    due = null;
    if (workingDays > 0) {
      skipped.add(new LocalDate[] {from, to});
    } else {
      tolledDays += (int) (to.toEpochDay() - from.toEpochDay());
    }
  }

  /** Leaves out a stretch of time of a period in hours. */
  void skipTime(Duration time) {
    due = null;
    tolledTime = tolledTime.plus(time);
  }

  /** The day from which it is counted. */
  LocalDate firstDay() {
    return anchorDay;
  }

  boolean countsStartDay() {
    return startDayCounts;
  }

  boolean isInHours() {
    return hours > 0;
  }

  /** The due instant after everything that was added and left out so far. */
  Due due() {
    if (due == null) {
      due = computed();
    }
    return due;
  }

  /** How many days a computation of the due instant may look at, roughly. */
  int length() {
    var skippedDays =
        skipped.isEmpty() ? 0 : skipped.getLast()[1].toEpochDay() - anchorDay.toEpochDay();
    return workingDays == 0 ? 1 : workingDays + (int) Math.min(1_000_000, Math.abs(skippedDays));
  }

  private Due computed() {
    unannouncedYear = 0;
    if (isInHours()) {
      var at = anchor.plus(Duration.ofHours(hours)).plus(tolledTime);
      return new Due(at, at.atZone(zone).toLocalDate(), true, false);
    }
    if (runsFromHourToHour()) {
      var end = anchor.atZone(zone).plusDays((long) days + tolledDays);
      return new Due(end.toInstant(), end.toLocalDate(), true, false);
    }
    var on = rolled(lastDay());
    return new Due(on.plusDays(1).atStartOfDay(zone).toInstant(), on, false, unannouncedYear != 0);
  }

  /**
   * A term of days whose first day is the day of entry, and that never rolls, runs to the same hour
   * of its last day.
   */
  private boolean runsFromHourToHour() {
    return startDayCounts && roll == Roll.NONE && days > 0 && workingDays == 0 && months == 0;
  }

  /** Where the period now ends before any roll, for people: a day, or an instant to the minute. */
  String end() {
    return isInHours() || runsFromHourToHour()
        ? Wording.instant(due().at(), zone)
        : lastDay().toString();
  }

  /** The year without a final notice that the last {@link #due} rested on; zero for none. */
  int unannouncedYear() {
    return unannouncedYear;
  }

  /** The last day before any roll. */
  LocalDate lastDay() {
    if (direction == Direction.BACKWARD) {
      return workingDays > 0
          ? backByWorkingDays()
          : plusMonths(anchorDay, -months).minusDays((long) days);
    }
    if (workingDays > 0) {
      return onByWorkingDays().plusDays(days);
    }
    var end = plusMonths(anchorDay, months).plusDays((long) days + tolledDays);
    return startDayCounts ? end.minusDays(1) : end;
  }

  /** Whether the last day is carried to a working day. */
  boolean rolls() {
    return switch (roll) {
      case NONE -> false;
      case NEXT_WORKING_DAY -> direction == Direction.FORWARD;
      case NONE_IF_IN_CUSTODY -> direction == Direction.FORWARD && !inCustody;
    };
  }

  private LocalDate rolled(LocalDate end) {
    if (!rolls() || workingDays > 0) {
      return end;
    }
    var on = end;
    while (!isWorking(on)) {
      on = on.plusDays(1);
    }
    return on;
  }

  private LocalDate onByWorkingDays() {
    var day = startDayCounts ? anchorDay.minusDays(1) : anchorDay;
    var left = workingDays;
    while (left > 0) {
      day = day.plusDays(1);
      if (!isSkipped(day) && isWorking(day)) {
        left--;
      }
    }
    return day;
  }

  private LocalDate backByWorkingDays() {
    var day = anchorDay;
    var left = workingDays;
    while (left > 0) {
      day = day.minusDays(1);
      if (isWorking(day)) {
        left--;
      }
    }
    return day;
  }

  private boolean isWorking(LocalDate day) {
    if (!calendar.isAnnounced(day)) {
      unannouncedYear = day.getYear();
    }
    return calendar.isWorkingDay(day);
  }

  private boolean isSkipped(LocalDate day) {
    var low = 0;
    var high = skipped.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (day.isAfter(skipped.get(middle)[1])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < skipped.size() && day.isAfter(skipped.get(low)[0]);
  }

  /** From the last day of a month to the last day of the other; no such day, then its last day. */
  private static LocalDate plusMonths(LocalDate from, int months) {
    if (months == 0) {
      return from;
    }
    var target = YearMonth.from(from).plusMonths(months);
    var isLastOfMonth = from.getDayOfMonth() == from.lengthOfMonth();
    return isLastOfMonth
        ? target.atEndOfMonth()
        : target.atDay(Math.min(from.getDayOfMonth(), target.lengthOfMonth()));
  }
}
