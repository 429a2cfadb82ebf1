package io.caseclock.bench.statistics;

import io.caseclock.monitor.statistics.Span;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;

/** How long a stretch of days is asked for, somewhere in the past year. */
enum Spans {
  DAY("day"),
  MONTH("month"),
  /** Ninety-two days that begin and end within months. */
  QUARTER("quarter, odd edges"),
  /** The 365 days up to today. */
  YEAR("year");

  private final String text;

  Spans(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  Span any(LocalDate today, Random random) {
    return switch (this) {
      case DAY -> lasting(today.minusDays(random.nextInt(360)), 1);
      case MONTH -> {
        var month = YearMonth.from(today).minusMonths(random.nextInt(12));
        yield new Span(month.atDay(1), month.atEndOfMonth());
      }
      case QUARTER -> lasting(today.minusDays(92 + random.nextInt(270)), 92);
      case YEAR -> lasting(today.minusDays(364), 365);
    };
  }

  private static Span lasting(LocalDate from, int days) {
    return new Span(from, from.plusDays(days - 1));
  }
}
