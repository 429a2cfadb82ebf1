package io.caseclock.local.secondengine;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import io.caseclock.monitor.period.Due;
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
public record NaiveDeadline(
    String rule,
    String start,
    String version,
    Instant startedAt,
    int refused,
    DeadlineStatus status,
    @Nullable LocalDate pausedSince,
    @Nullable NaiveDue due,
    @Nullable NaiveDue alternative,
    @Nullable Instant endedAt) {

  /** What the other engine says, in the same words. */
  public static NaiveDeadline of(Deadline deadline) {
    var state = deadline.state();
    return new NaiveDeadline(
        deadline.rule().id(),
        deadline.key().start().id(),
        deadline.version().id(),
        deadline.startedAt(),
        deadline.refused().size() + deadline.refusedFurther(),
        state.status(),
        state instanceof DeadlineState.Paused paused ? paused.since() : null,
        state.whenDue().map(NaiveDue::of).orElse(null),
        deadline.alternative() == null ? null : NaiveDue.of(deadline.alternative()),
        state.endedAt().orElse(null));
  }

  /** The same with what the other reading gives. */
  NaiveDeadline or(@Nullable NaiveDue other) {
    return new NaiveDeadline(
        rule, start, version, startedAt, refused, status, pausedSince, due, other, endedAt);
  }

  /**
   * @param at for hours, the last lawful instant, else the first one after the last lawful day
   * @param exact whether {@code at} itself is in time
   */
  public record NaiveDue(Instant at, LocalDate on, boolean exact, boolean provisional) {

    private static NaiveDue of(Due due) {
      return new NaiveDue(due.at(), due.on(), due.exact(), due.provisional());
    }

    boolean isPassedAt(Instant instant) {
      return exact ? instant.isAfter(at) : !instant.isBefore(at);
    }
  }
}
