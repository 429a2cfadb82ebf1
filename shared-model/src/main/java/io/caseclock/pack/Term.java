package io.caseclock.pack;

import io.caseclock.contract.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A period as the law states it. Days are whole days of the pack's zone; a working day is what the
 * pack's calendar says; months and years go by the calendar, never by blocks of thirty days.
 *
 * @param amount at least one
 * @param then what is counted after it, in another unit; null for nothing. Hours stand alone, since
 *     a period to the hour is never converted to days
 */
public record Term(int amount, Unit unit, @Nullable Term then) {

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,5}) (hours|calendar-days|working-days|months|years)");
  private static final Pattern ISO = Pattern.compile("P(?:(\\d{1,5})([DMY])|T(\\d{1,5})H)");
  private static final int MOST_STEPS = 4;

  /** What is counted. */
  public enum Unit {
    HOURS,
    CALENDAR_DAYS,
    WORKING_DAYS,
    MONTHS,
    YEARS;

    public String wire() {
      return Words.of(this);
    }
  }

  /** Refuses less than one of a unit, and steps that no law counts one after the other. */
  public Term {
    if (amount < 1) {
      throw new IllegalArgumentException("a period is at least one " + unit.wire());
    }
    if (then != null && (unit == then.unit || unit == Unit.HOURS || then.unit == Unit.HOURS)) {
      throw new IllegalArgumentException(
          "the steps of a period have different units, and hours stand alone");
    }
  }

  /** A period of one unit. */
  public Term(int amount, Unit unit) {
    this(amount, unit, null);
  }

  /**
   * Reads {@code 30 calendar-days}, or steps that follow each other: {@code 1 months + 5
   * working-days}; refuses other text with an {@link IllegalArgumentException}.
   */
  public static Term parse(String text) {
    var steps = text.strip().split(" \\+ ", -1);
    if (steps.length > MOST_STEPS) {
      throw new IllegalArgumentException("a period has at most " + MOST_STEPS + " steps: " + text);
    }
    Term whole = null;
    for (var i = steps.length - 1; i >= 0; i--) {
      whole = step(steps[i], whole);
    }
    return Objects.requireNonNull(whole, "splitting gives at least one");
  }

  private static Term step(String text, @Nullable Term then) {
    var matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a period reads like '30 calendar-days' (hours, calendar-days, working-days, months,"
              + " years), not '"
              + text
              + "'");
    }
    var unit = Unit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Term(Integer.parseInt(matcher.group(1)), unit, then);
  }

  /** Its steps, in the order in which they are counted, each of one unit. */
  public List<Term> steps() {
    if (then == null) {
      return List.of(this);
    }
    List<Term> steps = new ArrayList<>();
    for (var step = this; step != null; step = step.then) {
      steps.add(new Term(step.amount, step.unit));
    }
    return steps;
  }

  /**
   * Reads an ISO 8601 period of one unit ({@code PT12H}, {@code P30D}, {@code P2M}, {@code P1Y});
   * days are calendar days unless {@code like} counts working days.
   */
  public static Term ofIso(String text, Unit like) {
    var matcher = ISO.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a period of one unit (ISO 8601): " + text);
    }
    if (matcher.group(3) != null) {
      return new Term(Integer.parseInt(matcher.group(3)), Unit.HOURS);
    }
    var amount = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "M" -> new Term(amount, Unit.MONTHS);
      case "Y" -> new Term(amount, Unit.YEARS);
      default ->
          new Term(amount, like == Unit.WORKING_DAYS ? Unit.WORKING_DAYS : Unit.CALENDAR_DAYS);
    };
  }

  public boolean isInHours() {
    return unit == Unit.HOURS;
  }

  /**
   * A rough length, to choose default warnings and to compare an extension with its cap; never to
   * compute a due instant. A month counts as 31 days, a working day as one and a half.
   */
  public Duration roughly() {
    var own =
        switch (unit) {
          case HOURS -> Duration.ofHours(amount);
          case CALENDAR_DAYS -> Duration.ofDays(amount);
          case WORKING_DAYS -> Duration.ofHours(36L * amount);
          case MONTHS -> Duration.ofDays(31L * amount);
          case YEARS -> Duration.ofDays(366L * amount);
        };
    return then == null ? own : own.plus(then.roughly());
  }

  /** Whether a step of it asks which days are worked. */
  public boolean countsWorkingDays() {
    return steps().stream().anyMatch(step -> step.unit() == Unit.WORKING_DAYS);
  }

  /** Whether it is longer: exactly where both are of one and the same unit, else roughly. */
  public boolean isLongerThan(Term other) {
    return then == null && other.then == null && unit == other.unit
        ? amount > other.amount
        : roughly().compareTo(other.roughly()) > 0;
  }

  /**
   * ISO 8601 of its own step, without what follows; working days read {@code P5D} too, told apart
   * by their unit.
   */
  public String iso() {
    return switch (unit) {
      case HOURS -> "PT" + amount + "H";
      case CALENDAR_DAYS, WORKING_DAYS -> "P" + amount + "D";
      case MONTHS -> "P" + amount + "M";
      case YEARS -> "P" + amount + "Y";
    };
  }

  @Override
  public String toString() {
    var own = amount + " " + unit.wire();
    return then == null ? own : own + " + " + then;
  }
}
