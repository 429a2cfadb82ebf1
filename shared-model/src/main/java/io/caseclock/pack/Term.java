package io.caseclock.pack;

import io.caseclock.contract.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A period as the law states it. Days are whole days of the pack's zone; a working day is what the
 * pack's calendar says; months and years go by the calendar, never by blocks of thirty days.
 *
 * @param amount at least one
 */
public record Term(int amount, Unit unit) {

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,5}) (hours|calendar-days|working-days|months|years)");
  private static final Pattern ISO = Pattern.compile("P(?:(\\d{1,5})([DMY])|T(\\d{1,5})H)");

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

  public Term {
    if (amount < 1) {
      throw new IllegalArgumentException("a period is at least one " + unit.wire());
    }
  }

  /**
   * Reads {@code 30 calendar-days}; refuses other text with an {@link IllegalArgumentException}.
   */
  public static Term parse(String text) {
    var matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "a period reads like '30 calendar-days' (hours, calendar-days, working-days, months,"
              + " years), not '"
              + text
              + "'");
    }
    var unit = Unit.valueOf(matcher.group(2).toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Term(Integer.parseInt(matcher.group(1)), unit);
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
    return switch (unit) {
      case HOURS -> Duration.ofHours(amount);
      case CALENDAR_DAYS -> Duration.ofDays(amount);
      case WORKING_DAYS -> Duration.ofHours(36L * amount);
      case MONTHS -> Duration.ofDays(31L * amount);
      case YEARS -> Duration.ofDays(366L * amount);
    };
  }

  /** ISO 8601 where it exists; working days read {@code P5D} too, told apart by their unit. */
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
    return amount + " " + unit.wire();
  }
}
