package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.period.Due;
import io.caseclock.ownership.Ownership.Standing;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that was found out about one deadline: enough to state it and to explain it.
 *
 * @param alternative the due instant by the other reading; null where there is none
 */
record ComputationResult(
    Computation computation,
    Anchor anchor,
    StatedTerm term,
    WalkResult walked,
    DeadlineState state,
    @Nullable Due alternative) {

  /**
   * The event from which the period runs.
   *
   * @param restart why it runs from there; null where that is the starting event
   * @param restarts every event from which it ran anew
   */
  record Anchor(CaseEvent event, @Nullable Restart restart, List<CaseEvent> restarts) {}

  /**
   * The rule's own period, or the one that was decided in the case and came with the event.
   *
   * @param unread what came with the event and could not be read; null where nothing did
   * @param outside what came with the event and is shorter or longer than the law allows, so that
   *     the nearest term is counted that it allows; null where it does
   */
  record StatedTerm(Term term, @Nullable Object unread, @Nullable Term outside) {}

  /** The deadline without an explanation. */
  Deadline deadline() {
    return deadline(List.of(), null);
  }

  /** The deadline with the steps that led to it. */
  Deadline explained() {
    return deadline(Trace.of(this), Course.of(walked, computation.evaluation().zone()));
  }

  private Deadline deadline(List<TraceStep> trace, @Nullable Course course) {
    return new Deadline(
        computation.key(),
        computation.rule(),
        computation.version(),
        anchor.event().occurredAt(),
        responsible(),
        state,
        contributors(),
        refused(),
        refusedFurther(),
        alternative,
        walked.period(),
        walked.ledger(),
        trace,
        course);
  }

  /** The first of the approvals that moved nothing, as many as are kept. */
  List<RefusedExtension> refused() {
    return allRefused().limit(budget().refusedOfADeadline()).toList();
  }

  /** How many more there are. */
  int refusedFurther() {
    return Math.max(0, (int) allRefused().count() - budget().refusedOfADeadline());
  }

  private Stream<RefusedExtension> allRefused() {
    var start = new RefusedExtension(computation.start().eventId(), Reason.TERM_OUT_OF_BOUNDS);
    return Stream.concat(
        term.outside() == null ? Stream.empty() : Stream.of(start), walked.refused().stream());
  }

  private Budget budget() {
    return computation.evaluation().budget();
  }

  /** Every event that had a part in the result, in the order of its effect. */
  private List<EventId> contributors() {
    List<EventId> all = new ArrayList<>(4);
    all.add(computation.start().eventId());
    if (anchor.restart() != null) {
      all.add(anchor.event().eventId());
    }
    walked.contributors().forEach(all::add);
    var end = computation.ending().event();
    if (end != null) {
      all.add(end.eventId());
    }
    return all;
  }

  /**
   * Of those whom the starting event names, until the case is handed over. What was over or late
   * before a hand-over stays with those who had it.
   */
  private Responsible responsible() {
    var start = computation.start();
    var ownership = computation.evaluation().timeline().ownership();
    var first =
        ownership.judge(start) == Standing.REPORTED
            ? ownership.at(start.occurredAt()).map(Responsible::of)
            : Optional.<Responsible>empty();
    return ownership.tenures().stream()
        .filter(tenure -> tenure.from().isAfter(start.occurredAt()))
        .filter(tenure -> isStillOpen(tenure.from()))
        .reduce((one, next) -> next)
        .map(Responsible::of)
        .or(() -> first)
        .orElseGet(() -> Responsible.of(start));
  }

  private boolean isStillOpen(Instant at) {
    var isOver = state.endedAt().filter(end -> !end.isAfter(at)).isPresent();
    var isLate = state.whenDue().filter(due -> !due.lateFrom().isAfter(at)).isPresent();
    return !isOver && !isLate;
  }
}
