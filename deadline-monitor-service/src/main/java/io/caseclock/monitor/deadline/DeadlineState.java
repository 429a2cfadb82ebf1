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
 *      └── minimum period, done before it ran ──▶ TooEarly
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

  /** Done before a minimum period had run; stays a breach. */
  record TooEarly(Due due, Instant at) implements DeadlineState {}

  /**
   * @param by the event that took the justification away
   */
  record Cancelled(Instant at, EventId by) implements DeadlineState {}

  default DeadlineStatus status() {
    return switch (this) {
      case Running running -> DeadlineStatus.RUNNING;
      case Paused paused -> DeadlineStatus.PAUSED;
      case Breached breached -> DeadlineStatus.BREACHED;
      case Met met -> DeadlineStatus.MET;
      case MetLate late -> DeadlineStatus.MET_LATE;
      case TooEarly early -> DeadlineStatus.BREACHED;
      case Cancelled cancelled -> DeadlineStatus.CANCELLED;
    };
  }

  /** The due instant where there is one: not while paused, and not once cancelled. */
  default Optional<Due> whenDue() {
    return switch (this) {
      case Running running -> Optional.of(running.due());
      case Breached breached -> Optional.of(breached.due());
      case Met met -> Optional.of(met.due());
      case MetLate late -> Optional.of(late.due());
      case TooEarly early -> Optional.of(early.due());
      case Paused paused -> Optional.empty();
      case Cancelled cancelled -> Optional.empty();
    };
  }

  /** When it ended; empty while something is still to be done or awaited. */
  default Optional<Instant> endedAt() {
    return switch (this) {
      case Met met -> Optional.of(met.at());
      case MetLate late -> Optional.of(late.at());
      case TooEarly early -> Optional.of(early.at());
      case Cancelled cancelled -> Optional.of(cancelled.at());
      case Running running -> Optional.empty();
      case Paused paused -> Optional.empty();
      case Breached breached -> Optional.empty();
    };
  }
}
