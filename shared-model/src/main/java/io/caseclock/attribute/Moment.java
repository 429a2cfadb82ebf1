package io.caseclock.attribute;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instants as senders write them: RFC 3339 and nothing else, to the microsecond. Longer fractions
 * are cut, never rounded up, so that nothing happens later than it was told. A leap second is the
 * first second of the next day, as every clock of ours counts it.
 */
public final class Moment {

  /** Nothing that is told happened before. */
  public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  /** Nor later: what lies beyond has no four digits for its year. */
  public static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private static final int LONGEST = 250;

  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(?<date>\\d{4}-\\d{2}-\\d{2})[Tt](?<minute>\\d{2}:\\d{2}):(?<second>\\d{2})"
              + "(?:\\.(?<fraction>\\d+))?"
              + "(?:[Zz]|(?<sign>[+-])(?<hours>[01]\\d|2[0-3]):(?<minutes>[0-5]\\d))");

  private static final String LEAP_SECOND = "60";

  private Moment() {}

  /** The instant, or why the text is none. */
  public static Reading<Instant> read(String text) {
    var match = DATE_TIME.matcher(text);
    if (text.length() > LONGEST || !match.matches()) {
      return notRfc3339();
    }
    try {
      return read(match);
    } catch (DateTimeException e) {
      return notRfc3339();
    }
  }

  private static Reading<Instant> read(Matcher match) {
    var isLeap = match.group("second").equals(LEAP_SECOND);
    var time = match.group("minute") + ":" + (isLeap ? "59" : match.group("second"));
    var local = LocalDateTime.of(LocalDate.parse(match.group("date")), LocalTime.parse(time));
    var second = local.minus(offset(match)).toInstant(ZoneOffset.UTC);
    if (isLeap && !endsMonth(second)) {
      return Reading.refused("has a leap second where none is: they end a month, at 23:59:60 UTC");
    }
    var instant = second.plusSeconds(isLeap ? 1 : 0).plusNanos(nanos(match.group("fraction")));
    if (isWithin(instant)) {
      return Reading.sound(instant);
    }
    return Reading.refused(
        instant.isBefore(EARLIEST) ? "lies before the year 1900" : "lies after the year 9999");
  }

  /** Whether events happen then, {@link #EARLIEST} and {@link #LATEST} included. */
  public static boolean isWithin(Instant instant) {
    return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
  }

  private static Duration offset(Matcher match) {
    if (match.group("sign") == null) {
      return Duration.ZERO;
    }
    var size =
        Duration.ofHours(Integer.parseInt(match.group("hours")))
            .plusMinutes(Integer.parseInt(match.group("minutes")));
    return match.group("sign").equals("-") ? size.negated() : size;
  }

  /** Whole microseconds, as the first six digits say. */
  private static long nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "000000").substring(0, 6)) * 1_000L;
  }

  private static boolean endsMonth(Instant second) {
    var next = second.plusSeconds(1).atOffset(ZoneOffset.UTC);
    return next.getDayOfMonth() == 1 && next.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private static Reading<Instant> notRfc3339() {
    return Reading.refused("must be RFC 3339 with an offset, such as 2026-01-31T09:30:00+08:00");
  }
}
