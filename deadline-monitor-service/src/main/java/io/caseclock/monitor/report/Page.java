package io.caseclock.monitor.report;

import io.caseclock.monitor.watch.StoredDeadline;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing.
 *
 * @param next where the next page begins; null on the last
 */
public record Page(List<StoredDeadline> items, @Nullable Cursor next) {

  /** A place in the order by due instant and id; deadlines without a due instant come last. */
  public record Cursor(@Nullable Instant dueAt, UUID id) {

    public String text() {
      var plain = (dueAt == null ? "" : dueAt.toString()) + "|" + id;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** What PostgreSQL can hold and people can mean: the years 1 to 9999. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
    public static Cursor parse(String text) {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var bar = plain.indexOf('|');
      if (bar < 0) {
        throw new IllegalArgumentException("not a cursor: " + text);
      }
      try {
        var dueAt = bar == 0 ? null : Instant.parse(plain.substring(0, bar));
        var cursor = new Cursor(dueAt, UUID.fromString(plain.substring(bar + 1)));
        if (!cursor.text().equals(text) || (dueAt != null && !isPossible(dueAt))) {
          throw new IllegalArgumentException("not a cursor that was given out: " + text);
        }
        return cursor;
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("not a cursor: " + text, e);
      }
    }

    private static boolean isPossible(Instant dueAt) {
      return !dueAt.isBefore(EARLIEST) && !dueAt.isAfter(LATEST);
    }
  }

  public Page {
    items = List.copyOf(items);
  }
}
