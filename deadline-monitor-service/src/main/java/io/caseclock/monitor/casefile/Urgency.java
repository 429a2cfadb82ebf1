package io.caseclock.monitor.casefile;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in the order in which the deadlines of a case are shown: late ones first, then running,
 * paused and ended ones.
 *
 * @param rank 0 late, 1 running, 2 paused, 3 ended
 * @param moment orders those of one rank, in microseconds since 1970: when it is due, since when it
 *     runs if it is paused, and the end, negated so that the latest comes first
 */
public record Urgency(int rank, long moment, UUID id) implements Comparable<Urgency> {

  private static final Comparator<Urgency> ORDER =
      Comparator.comparingInt(Urgency::rank)
          .thenComparingLong(Urgency::moment)
          .thenComparing(place -> place.id().toString());

  /** Before all others. */
  public static final Urgency FIRST = new Urgency(-1, Long.MIN_VALUE, new UUID(0, 0));

  /** The place of a kept one. */
  public static Urgency of(StoredDeadline deadline, Instant now) {
    return of(
        deadline.statusAt(now),
        deadline.id(),
        deadline.dueAt(),
        deadline.startedAt(),
        deadline.endedAt());
  }

  /** The place of a computed one. */
  public static Urgency of(Deadline deadline) {
    var state = deadline.state();
    return of(
        state.status(),
        deadline.key().id(),
        state.whenDue().map(Due::at).orElse(null),
        deadline.startedAt(),
        endedAt(state));
  }

  private static @Nullable Instant endedAt(DeadlineState state) {
    return state.endedAt().orElse(null);
  }

  private static Urgency of(
      DeadlineStatus status,
      UUID id,
      @Nullable Instant dueAt,
      Instant startedAt,
      @Nullable Instant endedAt) {
    return switch (status) {
      case BREACHED -> new Urgency(0, micros(dueAt == null ? startedAt : dueAt), id);
      case RUNNING -> new Urgency(1, micros(dueAt == null ? startedAt : dueAt), id);
      case PAUSED -> new Urgency(2, micros(startedAt), id);
      case MET, MET_LATE, LAPSED, CUT_SHORT, CANCELLED ->
          new Urgency(3, -micros(endedAt == null ? startedAt : endedAt), id);
    };
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  @Override
  public int compareTo(Urgency other) {
    return ORDER.compare(this, other);
  }
}
