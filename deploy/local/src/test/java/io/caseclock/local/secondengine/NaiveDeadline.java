package io.caseclock.local.secondengine;

import io.caseclock.contract.DeadlineStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an engine says of one deadline, in words that both have.
 *
 * @param start id of the event that started it
 * @param startedAt when the period began, after the last restart
 * @param version id of the version of the rule
 * @param refused how many approvals moved nothing
 * @param pausedSince first day of the span that still lasts; null where none does
 * @param due null while it is paused, and where it was cancelled before it was late
 * @param alternative when it would be due by the other reading; null where there is none
 * @param endedAt null while something is still to be done or awaited
 */
record NaiveDeadline(
    String start,
    String version,
    Instant startedAt,
    int refused,
    DeadlineStatus status,
    @Nullable LocalDate pausedSince,
    @Nullable NaiveDue due,
    @Nullable NaiveDue alternative,
    @Nullable Instant endedAt) {

  /** The same with what the other reading gives. */
  NaiveDeadline or(@Nullable NaiveDue other) {
    return new NaiveDeadline(
        start, version, startedAt, refused, status, pausedSince, due, other, endedAt);
  }

  /**
   * @param at for hours, the last lawful instant, else the first one after the last lawful day
   * @param exact whether {@code at} itself is in time
   */
  record NaiveDue(Instant at, LocalDate on, boolean exact, boolean provisional) {

    boolean isPassedAt(Instant instant) {
      return exact ? instant.isAfter(at) : !instant.isBefore(at);
    }
  }
}
