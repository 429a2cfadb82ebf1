package io.caseclock.notify.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and times of forms, as the legal zone counts them. */
public record PageTime(ZoneId zone) {

  LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  /** The first instant after a day. */
  Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  Instant noonOf(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
  }

  /** As a field of type {@code datetime-local} holds it, to the minute. */
  String local(Instant at) {
    return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** What a field of type {@code datetime-local} says; empty for anything else. */
  Optional<Instant> instant(@Nullable String local) {
    try {
      return Optional.ofNullable(local)
          .map(String::strip)
          .map(LocalDateTime::parse)
          .filter(time -> isUsual(time.toLocalDate()))
          .map(time -> time.atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What a field of type {@code date} says; empty for anything else. */
  static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Optional.ofNullable(text)
          .map(String::strip)
          .map(LocalDate::parse)
          .filter(PageTime::isUsual);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Of a year of four digits; the database does not hold all others. */
  private static boolean isUsual(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= 9_999;
  }
}
