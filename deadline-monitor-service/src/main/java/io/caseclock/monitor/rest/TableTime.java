package io.caseclock.monitor.rest;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times in the cells of a table, in a pack's zone, as the pages and the messages say them. */
public final class TableTime {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** When something happened, to the minute. */
  public static @Nullable String moment(@Nullable Instant at, ZoneId zone) {
    return at == null ? null : MINUTE.format(at.atZone(zone));
  }

  /**
   * The first instant that is late; where that is midnight, the day before with 24:00, since the
   * whole of that day is in time.
   */
  public static @Nullable String due(@Nullable Instant dueAt, ZoneId zone) {
    if (dueAt == null) {
      return null;
    }
    var local = dueAt.atZone(zone);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.toLocalDate().minusDays(1) + " 24:00"
        : MINUTE.format(local);
  }

  private TableTime() {}
}
