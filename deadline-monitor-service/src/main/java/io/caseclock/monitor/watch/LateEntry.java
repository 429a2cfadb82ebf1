package io.caseclock.monitor.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A timely act that was entered only after the due instant. That is nobody's fault where CaseClock
 * was down when it was due, or where its source sent nothing at all from then until the entry came,
 * though by what it sent in the week before at least {@link #EXPECTED} events would have come.
 *
 * @param source the system that sent the starting event
 * @param lateFrom the first instant at which an entry is late
 * @param enteredAt when it came; not before {@code lateFrom}
 */
public record LateEntry(UUID deadlineId, String source, Instant lateFrom, Instant enteredAt) {

  /** So many events that do not come are no accident: it happens once in twenty thousand times. */
  public static final int EXPECTED = 10;

  /** By what a source sent in this time it is judged. */
  public static final Duration BEFORE = Duration.ofDays(7);
}
