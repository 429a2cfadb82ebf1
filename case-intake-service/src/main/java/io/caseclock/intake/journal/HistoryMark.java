package io.caseclock.intake.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Up to when what follows from an event is history, which is told to nobody.
 *
 * @param sent what the sender wrote, which is part of the event's content; null where it says
 *     nothing
 * @param until what holds: the later of {@code sent} and the go-live date of the source; null where
 *     nothing is history
 */
public record HistoryMark(@Nullable Instant sent, @Nullable Instant until) {

  /** Of an event that is told like any other. */
  public static final HistoryMark NONE = new HistoryMark(null, null);

  /** As the sender wrote it. */
  public static HistoryMark sent(@Nullable Instant instant) {
    return instant == null ? NONE : new HistoryMark(instant, instant);
  }

  /** The same, where what happened before {@code goLive} is history in any case. */
  public HistoryMark before(Instant goLive) {
    return until == null || goLive.isAfter(until) ? new HistoryMark(sent, goLive) : this;
  }
}
