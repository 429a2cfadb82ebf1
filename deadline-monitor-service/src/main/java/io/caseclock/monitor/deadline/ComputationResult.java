package io.caseclock.monitor.deadline;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.period.Due;
import io.caseclock.ownership.Ownership.Standing;
import io.caseclock.ownership.Tenure;
import io.caseclock.pack.Restart;
import io.caseclock.pack.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  Deadline deadline(DeadlineKey key) {
    return deadline(key, List.of(), null);
  }

  /** The deadline with the steps that led to it. */
  Deadline explained(DeadlineKey key) {
    return deadline(key, Trace.of(this), Course.of(walked, computation.evaluation().days()));
  }

  private Deadline deadline(DeadlineKey key, List<TraceStep> trace, @Nullable Course course) {
    return new Deadline(
        key,
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
    var all = allRefused();
    var most = budget().refusedOfADeadline();
    return all.size() <= most ? all : all.subList(0, most);
  }

  /** How many more there are. */
  int refusedFurther() {
    return Math.max(0, allRefused().size() - budget().refusedOfADeadline());
  }

  private List<RefusedExtension> allRefused() {
    if (term.outside() == null) {
      return walked.refused();
    }
    List<RefusedExtension> all = new ArrayList<>(1);
    all.add(new RefusedExtension(computation.start().eventId(), Reason.TERM_OUT_OF_BOUNDS));
    all.addAll(walked.refused());
    return all;
  }

  private Budget budget() {
    return computation.evaluation().budget();
  }

  /** Every event that had a part in the result, in the order of its effect. */
  private List<EventId> contributors() {
    var start = computation.start().eventId();
    var end = computation.ending().event();
    if (anchor.restart() == null && walked.steps().isEmpty()) {
      return end == null ? List.of(start) : List.of(start, end.eventId());
    }
    List<EventId> all = new ArrayList<>(4);
    all.add(start);
    if (anchor.restart() != null) {
      all.add(anchor.event().eventId());
    }
    for (var step : walked.steps()) {
      all.addAll(step.contributors());
    }
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
    Tenure last = null;
    for (var tenure : ownership.tenures()) {
      if (tenure.from().isAfter(start.occurredAt()) && isStillOpen(tenure.from())) {
        last = tenure;
      }
    }
    if (last == null && ownership.judge(start) == Standing.REPORTED) {
      last = ownership.at(start.occurredAt()).orElse(null);
    }
    return last == null ? Responsible.of(start) : Responsible.of(last);
  }

  private boolean isStillOpen(Instant at) {
    var isOver = state.endedAt().filter(end -> !end.isAfter(at)).isPresent();
    var isLate = state.whenDue().filter(due -> !due.lateFrom().isAfter(at)).isPresent();
    return !isOver && !isLate;
  }
}
