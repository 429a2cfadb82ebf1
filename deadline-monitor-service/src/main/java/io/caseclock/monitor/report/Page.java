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

    /** Reads what {@link #text} wrote; refuses anything else with IllegalArgumentException. */
    public static Cursor parse(String text) {
      var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var bar = plain.indexOf('|');
      if (bar < 0) {
        throw new IllegalArgumentException("not a cursor: " + text);
      }
      try {
        var dueAt = bar == 0 ? null : Instant.parse(plain.substring(0, bar));
        return new Cursor(dueAt, UUID.fromString(plain.substring(bar + 1)));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("not a cursor: " + text, e);
      }
    }
  }

  public Page {
    items = List.copyOf(items);
  }
}
