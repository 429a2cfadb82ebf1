package io.caseclock.notify.inbox;

import java.util.Comparator;
import java.util.Optional;

/**
 * A place in the order in which messages become visible: first by transaction, then by number.
 *
 * @param tx the transaction that filed it
 * @param seq the message's number
 */
public record Cursor(long tx, long seq) implements Comparable<Cursor> {

  private static final Comparator<Cursor> ORDER =
      Comparator.comparingLong(Cursor::tx).thenComparingLong(Cursor::seq);

  /** Reads what {@link #text()} wrote; empty for anything else. */
  public static Optional<Cursor> parse(String text) {
    var parts = text.split("-", -1);
    try {
      return parts.length == 2
          ? Optional.of(new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public String text() {
    return tx + "-" + seq;
  }

  @Override
  public int compareTo(Cursor other) {
    return ORDER.compare(this, other);
  }
}
