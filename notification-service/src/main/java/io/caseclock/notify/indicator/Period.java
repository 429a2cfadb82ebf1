package io.caseclock.notify.indicator;

import io.caseclock.contract.PeriodNumbers.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day, a week or a month.
 *
 * @param from its first day
 */
public record Period(Kind kind, LocalDate from) {

  /** What it is written like. */
  public static final String FORM =
      "a month such as 2026-11, a week such as 2026-W47 or a day such as 2026-11-25";

  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  public Period {
    if (!kind.firstOf(from).equals(from)) {
      throw new IllegalArgumentException("no period of that kind begins on " + from);
    }
  }

  /** Reads {@link #FORM} of the years 2000 to 2100; empty where it is anything else. */
  public static Optional<Period> parse(String text) {
    try {
      var period = read(text);
      var year = period.from().getYear();
      return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(period);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Period read(String text) {
    if (MONTH.matcher(text).matches()) {
      return new Period(Kind.MONTHLY, YearMonth.parse(text).atDay(1));
    }
    var week = WEEK.matcher(text);
    return week.matches()
        ? week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)))
        : new Period(Kind.DAILY, LocalDate.parse(text));
  }

  private static Period week(int year, int number) {
    var first = LocalDate.of(year, 1, 4).with(WeekFields.ISO.dayOfWeek(), 1);
    if (number < 1
        || number
            > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(first.plusDays(3)).getMaximum()) {
      throw new DateTimeException("no week of that year: " + number);
    }
    return new Period(Kind.WEEKLY, first.plusWeeks(number - 1L));
  }

  public LocalDate to() {
    return kind.lastOf(from);
  }

  public Period before() {
    return new Period(kind, kind.before(from));
  }

  /** So many periods up to this one, the oldest first. */
  public List<Period> upToHere(int count) {
    List<Period> periods = new ArrayList<>(List.of(this));
    while (periods.size() < count) {
      periods.addFirst(periods.getFirst().before());
    }
    return periods;
  }

  /** Periods that follow each other, as stretches of time in a zone. */
  public static Stretches stretches(List<Period> periods, ZoneId zone) {
    List<java.time.Instant> bounds = new ArrayList<>();
    periods.forEach(period -> bounds.add(period.from().atStartOfDay(zone).toInstant()));
    bounds.add(periods.getLast().to().plusDays(1).atStartOfDay(zone).toInstant());
    return new Stretches(bounds);
  }

  /** As it is written. */
  @Override
  public String toString() {
    return switch (kind) {
      case DAILY -> from.toString();
      case WEEKLY ->
          "%04d-W%02d"
              .formatted(
                  from.get(IsoFields.WEEK_BASED_YEAR), from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTHLY -> YearMonth.from(from).toString();
    };
  }
}
