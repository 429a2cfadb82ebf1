package io.caseclock.intake.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads an instant as senders write it, RFC 3339 with an offset. */
final class Moment {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private Moment() {}

  /** Null where the text is none, which then stands in {@code faults}. */
  static @Nullable Instant read(String text, String pointer, Faults faults) {
    try {
      var instant = OffsetDateTime.parse(text).toInstant();
      if (instant.isBefore(EARLIEST)) {
        faults.invalid(pointer, "lies before the year 1900");
      }
      return instant;
    } catch (DateTimeException e) {
      faults.invalid(pointer, "must be RFC 3339 with an offset, such as 2026-01-31T09:30:00+08:00");
      return null;
    }
  }
}
