package io.caseclock.notify.console.casepage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Time as a line from left to right, in whole units of the drawing.
 *
 * @param from where the line begins
 * @param to where it ends; after {@code from}
 * @param left the place of {@code from}
 * @param width how far it is from there to {@code to}
 */
record TimeAxis(Instant from, Instant to, ZoneId zone, int left, int width) {

  /** Ticks stand no closer than that, so that their labels do not touch. */
  static final int CLOSEST = 84;

  /** A tick; the label is of one line. */
  record Tick(int x, String label) {}

  /** How far ticks lie apart, from the shortest. */
  private enum Step {
    SIX_HOURS(6, ChronoUnit.HOURS, "M月d日 HH:mm", "d MMM HH:mm"),
    DAY(1, ChronoUnit.DAYS, "M月d日", "d MMM"),
    TWO_DAYS(2, ChronoUnit.DAYS, "M月d日", "d MMM"),
    WEEK(7, ChronoUnit.DAYS, "M月d日", "d MMM"),
    TWO_WEEKS(14, ChronoUnit.DAYS, "M月d日", "d MMM"),
    MONTH(1, ChronoUnit.MONTHS, "yyyy年M月", "MMM yyyy"),
    QUARTER(3, ChronoUnit.MONTHS, "yyyy年M月", "MMM yyyy"),
    YEAR(1, ChronoUnit.YEARS, "yyyy年", "yyyy"),
    FIVE_YEARS(5, ChronoUnit.YEARS, "yyyy年", "yyyy"),
    TWENTY_YEARS(20, ChronoUnit.YEARS, "yyyy年", "yyyy");

    private final int amount;
    private final ChronoUnit unit;
    private final String zh;
    private final String en;

    Step(int amount, ChronoUnit unit, String zh, String en) {
      this.amount = amount;
      this.unit = unit;
      this.zh = zh;
      this.en = en;
    }

    Duration roughly() {
      return unit.getDuration().multipliedBy(amount);
    }

    /** The first round instant at or before another. */
    ZonedDateTime begin(ZonedDateTime at) {
      var day = at.truncatedTo(ChronoUnit.DAYS);
      return switch (unit) {
        case HOURS -> day.withHour(at.getHour() / amount * amount);
        case DAYS -> amount < 7 ? day : day.minusDays(day.getDayOfWeek().getValue() - 1L);
        case MONTHS ->
            day.withDayOfMonth(1).withMonth((at.getMonthValue() - 1) / amount * amount + 1);
        default -> day.withDayOfYear(1).withYear(Math.max(1, at.getYear() / amount * amount));
      };
    }

    ZonedDateTime next(ZonedDateTime at) {
      return at.plus(amount, unit);
    }

    DateTimeFormatter format(boolean inChinese) {
      return inChinese
          ? DateTimeFormatter.ofPattern(zh, Locale.SIMPLIFIED_CHINESE)
          : DateTimeFormatter.ofPattern(en, Locale.ENGLISH);
    }
  }

  TimeAxis {
    if (!to.isAfter(from) || width < 1) {
      throw new IllegalArgumentException("an axis runs from earlier to later");
    }
  }

  /** The place of an instant; what lies outside is at the nearest end. */
  int x(Instant at) {
    if (!at.isAfter(from)) {
      return left;
    }
    if (!at.isBefore(to)) {
      return left + width;
    }
    var part =
        (double) Duration.between(from, at).toSeconds() / Duration.between(from, to).toSeconds();
    return left + (int) Math.round(part * width);
  }

  boolean isBehindTheEnd(Instant at) {
    return at.isAfter(to);
  }

  /** Round days, weeks, months or years, whatever gives labels room. */
  List<Tick> ticks(boolean inChinese) {
    var step = step();
    var format = step.format(inChinese);
    List<Tick> ticks = new ArrayList<>();
    for (var at = step.begin(from.atZone(zone)); !at.toInstant().isAfter(to); at = step.next(at)) {
      if (!at.toInstant().isBefore(from)) {
        ticks.add(new Tick(x(at.toInstant()), format.format(at)));
      }
    }
    return ticks;
  }

  private Step step() {
    var seconds = Duration.between(from, to).toSeconds();
    for (var step : Step.values()) {
      if ((double) step.roughly().toSeconds() / seconds * width >= CLOSEST) {
        return step;
      }
    }
    return Step.TWENTY_YEARS;
  }
}
