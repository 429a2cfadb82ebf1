package io.caseclock.monitor.count;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One deadline counts from now on, or does no longer.
 *
 * @param sign 1 or -1
 * @param reason what changed, as in the event that told it
 * @param knownAt when the monitor found it, by its own clock
 * @param knownOn the day of that in the pack's zone
 */
public record CountChange(
    String caseId,
    UUID deadlineId,
    int sign,
    String reason,
    Instant knownAt,
    LocalDate knownOn,
    Count count) {

  /** The same, of a timely act that came late since nothing could come; where it is added. */
  public CountChange causedBySilence() {
    var silent = sign > 0 && count.lateCause() != null ? count.lateBy(LateCause.SYSTEM) : count;
    return new CountChange(caseId, deadlineId, sign, reason, knownAt, knownOn, silent);
  }

  /** What the changes of one deadline have in common. */
  public record Cause(
      String caseId, UUID deadlineId, String reason, Instant knownAt, LocalDate knownOn) {}

  /**
   * What is taken away and added; empty where it counts as before.
   *
   * @param before null where it counted nowhere
   * @param after null where it counts nowhere now
   */
  public static List<CountChange> between(
      @Nullable Count before, @Nullable Count after, Cause cause) {
    if (Objects.equals(before, after)) {
      return List.of();
    }
    List<CountChange> changes = new ArrayList<>(2);
    if (before != null) {
      changes.add(of(cause, -1, before));
    }
    if (after != null) {
      changes.add(of(cause, 1, after));
    }
    return changes;
  }

  private static CountChange of(Cause cause, int sign, Count count) {
    return new CountChange(
        cause.caseId(),
        cause.deadlineId(),
        sign,
        cause.reason(),
        cause.knownAt(),
        cause.knownOn(),
        count);
  }
}
