package io.caseclock.monitor.deadline;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.period.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a deadline stands; each state carries only what it knows.
 *
 * <pre>
 *   Running ──span begins──▶ Paused ──span ends──▶ Running
 *      │ ╲                                            │
 *      │  ╲── due passes ──▶ Breached ── done ──▶ MetLate
 *      ├── done in time ──▶ Met
 *      ├── justification falls away ──▶ Cancelled   (from Paused and Breached as well)
 *      ├── right not used in time ──▶ Lapsed
 *      └── minimum period, done before it ran ──▶ CutShort
 * </pre>
 */
public sealed interface DeadlineState {

  record Running(Due due) implements DeadlineState {}

  /**
   * @param since first day of the span that does not count
   */
  record Paused(LocalDate since) implements DeadlineState {}

  record Breached(Due due) implements DeadlineState {}

  record Met(Due due, Instant at) implements DeadlineState {}

  record MetLate(Due due, Instant at) implements DeadlineState {}

  /** A right that was not used in time; it ended with its last instant, whatever was done later. */
  record Lapsed(Due due) implements DeadlineState {}

  /** Done before a minimum period had run; nothing mends that. */
  record CutShort(Due due, Instant at) implements DeadlineState {}

  /**
   * @param by the event that took the justification away
   * @param due when it was due by then; not before {@code at} where it was paused
   */
  record Cancelled(Instant at, EventId by, Due due) implements DeadlineState {

    /** Whether it was late already when it was cancelled. */
    public boolean wasLate() {
      return due.isPassedAt(at);
    }
  }

  default DeadlineStatus status() {
    return switch (this) {
      case Running running -> DeadlineStatus.RUNNING;
      case Paused paused -> DeadlineStatus.PAUSED;
      case Breached breached -> DeadlineStatus.BREACHED;
      case Met met -> DeadlineStatus.MET;
      case MetLate late -> DeadlineStatus.MET_LATE;
      case Lapsed lapsed -> DeadlineStatus.LAPSED;
      case CutShort cut -> DeadlineStatus.CUT_SHORT;
      case Cancelled cancelled -> DeadlineStatus.CANCELLED;
    };
  }

  /** Late or cut short, mended or not; also where it was cancelled after that. */
  default boolean isLate() {
    return status().isFault() || (this instanceof Cancelled cancelled && cancelled.wasLate());
  }

  /** Whether its due instant passed before it was met, or before it ended otherwise. */
  default boolean hasPassedUnmet() {
    return switch (this) {
      case Breached breached -> true;
      case Lapsed lapsed -> true;
      case MetLate late -> true;
      case Cancelled cancelled -> cancelled.wasLate();
      case Running running -> false;
      case Paused paused -> false;
      case Met met -> false;
      case CutShort cut -> false;
    };
  }

  /** Whether the act that it asks for was done, in time or late. */
  default boolean isDone() {
    return this instanceof Met || this instanceof MetLate;
  }

  /** The due instant, or what it was when the deadline was cancelled; empty while paused. */
  default Optional<Due> dueOrWasDue() {
    return this instanceof Cancelled cancelled ? Optional.of(cancelled.due()) : whenDue();
  }

  /** The due instant where there is one: not while paused, and once cancelled only if late then. */
  default Optional<Due> whenDue() {
    return switch (this) {
      case Running running -> Optional.of(running.due());
      case Breached breached -> Optional.of(breached.due());
      case Met met -> Optional.of(met.due());
      case MetLate late -> Optional.of(late.due());
      case Lapsed lapsed -> Optional.of(lapsed.due());
      case CutShort cut -> Optional.of(cut.due());
      case Paused paused -> Optional.empty();
      case Cancelled cancelled ->
          cancelled.wasLate() ? Optional.of(cancelled.due()) : Optional.empty();
    };
  }

  /** When it ended; empty while something is still to be done or awaited. */
  default Optional<Instant> endedAt() {
    return switch (this) {
      case Met met -> Optional.of(met.at());
      case MetLate late -> Optional.of(late.at());
      case Lapsed lapsed -> Optional.of(lapsed.due().at());
      case CutShort cut -> Optional.of(cut.at());
      case Cancelled cancelled -> Optional.of(cancelled.at());
      case Running running -> Optional.empty();
      case Paused paused -> Optional.empty();
      case Breached breached -> Optional.empty();
    };
  }
}
