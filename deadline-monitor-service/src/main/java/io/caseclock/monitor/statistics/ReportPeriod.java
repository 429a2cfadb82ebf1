package io.caseclock.monitor.statistics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A day, an ISO week from Monday to Sunday, or a month of the calendar.
 *
 * @param length day, week or month
 * @param from its first day
 */
public record ReportPeriod(Grouping length, LocalDate from) {

  private static final DateTimeFormatter WEEK =
      new DateTimeFormatterBuilder()
          .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
          .appendLiteral("-W")
          .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  public ReportPeriod {
    if (!length.isTime() || !from.equals(firstDay(length, from))) {
      throw new IllegalArgumentException("no " + length.wire() + " begins on " + from);
    }
  }

  /** The period that holds a day. */
  public static ReportPeriod holding(Grouping length, LocalDate day) {
    return new ReportPeriod(length, firstDay(length, day));
  }

  private static LocalDate firstDay(Grouping length, LocalDate day) {
    return switch (length) {
      case MONTH -> day.withDayOfMonth(1);
      case WEEK -> day.with(DayOfWeek.MONDAY);
      case DAY, UNIT, RULE, LIST, ELEMENT, OFFICER -> day;
    };
  }

  /**
   * Reads {@code 2026-11}, {@code 2026-W47} or {@code 2026-11-25}; refuses anything else with
   * IllegalArgumentException.
   */
  public static ReportPeriod parse(String text) {
    try {
      var period =
          switch (text.length()) {
            case 7 -> new ReportPeriod(Grouping.MONTH, YearMonth.parse(text).atDay(1));
            case 8 -> new ReportPeriod(Grouping.WEEK, monday(text));
            default -> new ReportPeriod(Grouping.DAY, LocalDate.parse(text));
          };
      var isSame = period.name().equals(text);
      if (!isSame || period.from().getYear() < 1900 || period.from().getYear() > 2999) {
        throw new IllegalArgumentException("no period: " + text);
      }
      return period;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no period: " + text, e);
    }
  }

  private static LocalDate monday(String text) {
    return LocalDate.parse(
        text + "-1",
        new DateTimeFormatterBuilder()
            .append(WEEK)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_WEEK, 1)
            .toFormatter(Locale.ROOT));
  }

  /** As {@link #parse} reads it. */
  public String name() {
    return switch (length) {
      case MONTH -> YearMonth.from(from).toString();
      case WEEK -> WEEK.format(from);
      case DAY, UNIT, RULE, LIST, ELEMENT, OFFICER -> from.toString();
    };
  }

  public Span span() {
    return new Span(from, length.lastDayOf(from));
  }

  /** The period so many periods before this one. */
  public ReportPeriod earlierBy(int periods) {
    return new ReportPeriod(
        length,
        switch (length) {
          case MONTH -> from.minusMonths(periods);
          case WEEK -> from.minusWeeks(periods);
          case DAY, UNIT, RULE, LIST, ELEMENT, OFFICER -> from.minusDays(periods);
        });
  }

  /** The periods up to this one, oldest first, this one included. */
  public List<ReportPeriod> last(int periods) {
    return IntStream.range(0, periods).mapToObj(number -> earlierBy(periods - 1 - number)).toList();
  }
}
