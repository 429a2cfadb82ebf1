package io.caseclock.contract;

/**
 * The identity of an event: {@code id} is unique only within its {@code source}, as CloudEvents 1.0
 * says.
 *
 * @param source the sending system, a URI reference such as {@code urn:precinct:a32010}
 * @param id the sender's own identifier
 */
public record EventId(String source, String id) implements Comparable<EventId> {

  /** Source of events that CaseClock itself makes. */
  public static final String CASECLOCK = "urn:caseclock";

  /** Source of what the monitor says. */
  public static final String MONITOR = CASECLOCK + ":monitor";

  /** Source of what the notification service adds to a timeline. */
  public static final String NOTIFICATION = CASECLOCK + ":notification";

  public EventId {
    if (source.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("an event needs a source and an id");
    }
  }

  /** Whether CaseClock itself made the event. */
  public boolean isOurs() {
    return source.equals(CASECLOCK) || source.startsWith(CASECLOCK + ":");
  }

  /** Orders by source, then id: an arbitrary but stable tie-break between simultaneous events. */
  @Override
  public int compareTo(EventId other) {
    var bySource = source.compareTo(other.source);
    return bySource != 0 ? bySource : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return source + "#" + id;
  }
}
