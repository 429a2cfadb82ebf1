package io.caseclock.notify.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some days in a row.
 *
 * @param first inclusive; empty for as early as there is anything
 * @param last inclusive; empty for as late as there is anything
 */
public record DaySpan(Optional<LocalDate> first, Optional<LocalDate> last) {

  /** Refuses what is no day, and a last day before the first one. */
  public static DaySpan read(
      String firstName, @Nullable String first, String lastName, @Nullable String last) {
    var span = new DaySpan(day(firstName, first), day(lastName, last));
    if (span.first.isPresent()
        && span.last.isPresent()
        && span.last.get().isBefore(span.first.get())) {
      throw Parameters.refused(lastName, "lies before " + firstName);
    }
    return span;
  }

  private static Optional<LocalDate> day(String name, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Parameters.usualDay(name, LocalDate.parse(text)));
    } catch (DateTimeException e) {
      throw Parameters.refused(name, "is a day such as 2026-03-20");
    }
  }

  /** Its first instant; empty where it has no first day. */
  public Optional<Instant> begin(ZoneId zone) {
    return first.map(day -> day.atStartOfDay(zone).toInstant());
  }

  /** The first instant after it; empty where it has no last day. */
  public Optional<Instant> end(ZoneId zone) {
    return last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
