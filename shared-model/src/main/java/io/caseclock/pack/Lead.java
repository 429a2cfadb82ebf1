package io.caseclock.pack;

import io.caseclock.time.WorkingTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A length of time by which people are told something early or late: either elapsed time, or time
 * in which the office works.
 */
public sealed interface Lead {

  /** Longest first, as far as that can be told without a calendar. */
  Comparator<Lead> LONGEST_FIRST = Comparator.comparing(Lead::roughly).reversed();

  /** What it reads like, for a message about a text that does not. */
  String FORM = "a length like P3D, PT2H, '3 working-days' or '4 working-hours'";

  /** Time on the clock, on every day and at every hour. */
  record Elapsed(Duration length) implements Lead {

    /** Refuses a negative length. */
    public Elapsed {
      if (length.isNegative()) {
        throw new IllegalArgumentException("a length of time is not negative: " + length);
      }
    }

    @Override
    public Instant after(Instant from, WorkingTime time) {
      return from.plus(length);
    }

    @Override
    public Instant before(Instant due, WorkingTime time) {
      return due.minus(length);
    }

    @Override
    public Duration roughly() {
      return length;
    }

    /** ISO 8601, with whole days as {@code P3D}, not {@code PT72H}. */
    @Override
    public String toString() {
      var isWholeDays = !length.isZero() && length.equals(Duration.ofDays(length.toDays()));
      return isWholeDays ? "P" + length.toDays() + "D" : length.toString();
    }
  }

  /** Working days of the calendar; what they lead to lies in office hours. */
  record WorkingDays(int days) implements Lead {

    /** Refuses less than one and more than {@link #MOST}. */
    public WorkingDays {
      requireAmount(days);
    }

    @Override
    public Instant after(Instant from, WorkingTime time) {
      return time.plusDays(from, days);
    }

    @Override
    public Instant before(Instant due, WorkingTime time) {
      return time.minusDays(due, days);
    }

    @Override
    public Duration roughly() {
      return Duration.ofHours(36L * days);
    }

    @Override
    public String toString() {
      return days + " working-days";
    }
  }

  /** Office hours of working days. */
  record WorkingHours(int hours) implements Lead {

    /** Refuses less than one and more than {@link #MOST}. */
    public WorkingHours {
      requireAmount(hours);
    }

    @Override
    public Instant after(Instant from, WorkingTime time) {
      return time.plus(from, Duration.ofHours(hours));
    }

    @Override
    public Instant before(Instant due, WorkingTime time) {
      return time.minus(due, Duration.ofHours(hours));
    }

    @Override
    public Duration roughly() {
      return Duration.ofHours(4L * hours);
    }

    @Override
    public String toString() {
      return hours + " working-hours";
    }
  }

  /** The most working days or hours that one length may have. */
  int MOST = 1_000;

  Pattern WORKING = Pattern.compile("(\\d{1,4}) working-(days|hours)");

  static Lead of(Duration length) {
    return new Elapsed(length);
  }

  /**
   * Reads {@code P3D}, {@code PT2H}, {@code 3 working-days} or {@code 4 working-hours}; refuses
   * other text with an {@link IllegalArgumentException}.
   */
  static Lead parse(String text) {
    var working = WORKING.matcher(text.strip());
    if (working.matches()) {
      var amount = Integer.parseInt(working.group(1));
      return working.group(2).equals("days") ? new WorkingDays(amount) : new WorkingHours(amount);
    }
    try {
      return new Elapsed(Duration.parse(text.strip()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected " + FORM + ", not '" + text + "'", e);
    }
  }

  /** The instant that lies so much later; in office hours unless it is elapsed time. */
  Instant after(Instant from, WorkingTime time);

  /** The instant that lies so much before a due instant; in office hours unless it is elapsed. */
  Instant before(Instant due, WorkingTime time);

  /** About as long on the clock, for an order; never to compute an instant. */
  Duration roughly();

  /** Whether it needs a calendar and office hours. */
  default boolean isInWorkingTime() {
    return !(this instanceof Elapsed);
  }

  private static void requireAmount(int amount) {
    if (amount < 1 || amount > MOST) {
      throw new IllegalArgumentException("working time is 1 to " + MOST + ", not " + amount);
    }
  }
}
