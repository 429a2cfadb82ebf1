package io.caseclock.local.sample.story;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * When people call and when offices work, in the sub-bureau's zone. Its holidays are a sketch for
 * plausible histories; the law's calendar stands in the rule pack.
 */
public enum Rhythm {
  /** At any hour, most in the evening, more at weekends. */
  ROUND_THE_CLOCK(
      new int[] {3, 2, 1, 1, 1, 1, 2, 4, 6, 7, 7, 6, 6, 6, 6, 7, 7, 8, 9, 10, 10, 9, 7, 5}, 1.0),
  /** In office hours, little at weekends. */
  OFFICE_HOURS(
      new int[] {0, 0, 0, 0, 0, 0, 0, 1, 6, 10, 10, 8, 3, 5, 9, 9, 8, 5, 2, 1, 1, 0, 0, 0}, 0.25);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int OPENS = 9 * 60;
  private static final int OPEN_FOR = 8 * 60;

  private final int[] hours;
  private final double atWeekends;

  Rhythm(int[] hours, double atWeekends) {
    this.hours = hours;
    this.atWeekends = atWeekends;
  }

  /** An instant of the span before {@code now}, as this rhythm would have it. */
  public Instant moment(Dice dice, Instant now, Duration span) {
    while (true) {
      var at = now.minusSeconds((long) (dice.share() * span.toSeconds()));
      var weight = hours[at.atZone(ZONE).getHour()] / 10.0;
      if (dice.chance(isWorkingDay(dayOf(at)) ? weight : weight * atWeekends)) {
        return at;
      }
    }
  }

  /** The same day in office hours, or as it is where that would leave the span. */
  static Instant inOfficeHours(Instant at, Instant after, Instant before, Dice dice) {
    var day = dayOf(at);
    while (!isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    var moved = startOf(day).plus(Duration.ofMinutes(OPENS + dice.between(0, OPEN_FOR)));
    return moved.isAfter(after) && moved.isBefore(before) ? moved : at;
  }

  /** The same instant in office hours, or some time in the next ones. */
  static Instant nextOfficeHours(Instant at, Dice dice) {
    var day = dayOf(at);
    var minute = Duration.between(startOf(day), at).toMinutes();
    if (isWorkingDay(day) && minute >= OPENS && minute < OPENS + OPEN_FOR) {
      return at;
    }
    var next = nextWorkingDay(minute < OPENS ? day : day.plusDays(1));
    return startOf(next).plus(Duration.ofMinutes(OPENS + dice.between(0, OPEN_FOR)));
  }

  /** The beginning of the Monday a week before the last one, whose meeting compares the two. */
  static Instant lastMonday(Instant now) {
    var day = dayOf(now.minus(Duration.ofDays(7)));
    return startOf(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  /** After that Monday's meeting, and before the next one. */
  static Instant betweenMondays(Instant now, Dice dice) {
    var after = lastMonday(now).plus(Duration.ofHours(10));
    var nextMeeting = lastMonday(now).plus(Duration.ofDays(7));
    var before = nextMeeting.isBefore(now) ? nextMeeting : now;
    var at = after.plusSeconds((long) (dice.share() * Duration.between(after, before).toSeconds()));
    return inOfficeHours(at, after, before, dice);
  }

  static LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }

  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  static LocalDate nextWorkingDay(LocalDate day) {
    return isWorkingDay(day) ? day : nextWorkingDay(day.plusDays(1));
  }

  static LocalDate plusWorkingDays(LocalDate day, int count) {
    var reached = day;
    for (var left = count; left > 0; left--) {
      reached = nextWorkingDay(reached.plusDays(1));
    }
    return reached;
  }

  private static boolean isWorkingDay(LocalDate day) {
    var weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY
        && weekday != DayOfWeek.SUNDAY
        && !isIn(day, MonthDay.of(10, 1), MonthDay.of(10, 7))
        && !isIn(day, MonthDay.of(5, 1), MonthDay.of(5, 5))
        && !isIn(day, MonthDay.of(1, 1), MonthDay.of(1, 3));
  }

  private static boolean isIn(LocalDate day, MonthDay first, MonthDay last) {
    var monthDay = MonthDay.from(day);
    return !monthDay.isBefore(first) && !monthDay.isAfter(last);
  }
}
