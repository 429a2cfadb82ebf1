package io.caseclock.notify.console.frame;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days and times of forms, as a zone counts them. */
public record PageTime(ZoneId zone) {

  public LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  /** The first instant after a day. */
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  public Instant noonOf(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
  }

  /** As a field of type {@code datetime-local} holds it, to the minute. */
  public String local(Instant at) {
    return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /** What a field of type {@code datetime-local} says; empty for anything else. */
  public Optional<Instant> instant(@Nullable String local) {
    try {
      return Optional.ofNullable(local)
          .map(String::strip)
          .map(LocalDateTime::parse)
          .filter(time -> Forms.isUsual(time.toLocalDate()))
          .map(time -> time.atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
