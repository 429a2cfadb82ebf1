package io.caseclock.monitor.watch;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a deadline is history, as the event says that started it.
 *
 * @param until what would have been told before that instant is told to nobody
 * @param alarms the stages that would have been told before, such as {@code before-P3D} and {@code
 *     breach}, earliest first: those that came while it was open, by the case's own time
 * @param release how a supervisor released it; null as long as nobody did
 */
public record StoredHistory(Instant until, List<String> alarms, @Nullable Release release) {

  /** A supervisor's decision, which many deadlines may share. */
  public record Release(UUID id, ReleaseAs as) {}

  public StoredHistory {
    alarms = List.copyOf(alarms);
  }

  /** The same of a deadline that nothing calls for: nobody would have been told of it. */
  StoredHistory withoutAlarms() {
    return new StoredHistory(until, List.of(), release);
  }

  /** From when on people are told; null where they are told of all of it. */
  public @Nullable Instant toldFrom() {
    return release != null && release.as() == ReleaseAs.NOTICES ? null : until;
  }
}
