package io.caseclock.notify.escalation.jdbc;

import io.caseclock.batch.BatchCache;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationFilter;
import io.caseclock.notify.escalation.EscalationQuery;
import io.caseclock.notify.escalation.EscalationQuery.Found;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.escalation.jdbc.JdbcEscalations.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes together, at its end, what one batch opens and what steps it takes; earlier where the
 * batch asks for any escalation. Outside a batch it writes at once.
 */
public final class BatchedEscalations implements Escalations {

  private static final List<Object> FORESEEN = List.of("deadlines without open escalations");
  private static final List<Object> PENDING = List.of("escalations to write");

  private final JdbcEscalations escalations;
  private final BatchCache batch;

  public BatchedEscalations(JdbcEscalations escalations, BatchCache batch) {
    this.escalations = escalations;
    this.batch = batch;
  }

  /**
   * What is not written yet.
   *
   * @param opened by id, so that the first one holds
   * @param stepped each once, as it is claimed once
   */
  private record Pending(
      Map<String, Written> opened, List<Written> stepped, List<Escalation> postponed) {

    static Pending nothing() {
      return new Pending(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private Pending pending() {
    return batch.gathered(PENDING, Pending::nothing, this::write);
  }

  /** Deadlines that have no open escalation, as far as somebody has looked. */
  private Set<String> withoutOpen() {
    return batch.remembered(FORESEEN, HashSet::new);
  }

  private void write(Pending pending) {
    escalations.add(pending.opened().values());
    escalations.change(pending.stepped());
    escalations.postpone(pending.postponed());
    pending.opened().clear();
    pending.stepped().clear();
    pending.postponed().clear();
  }

  private Escalations written() {
    if (batch.isRunning()) {
      write(pending());
    }
    return escalations;
  }

  @Override
  public void add(Escalation escalation, Line line) {
    if (batch.isRunning()) {
      pending().opened().putIfAbsent(escalation.id(), new Written(escalation, line));
      withoutOpen().remove(escalation.deadlineId());
    } else {
      escalations.add(escalation, line);
    }
  }

  @Override
  public List<Escalation> claim(int limit, Instant now) {
    return written().claim(limit, now);
  }

  @Override
  public Optional<Escalation> locked(String id) {
    return written().locked(id);
  }

  /** Asks nothing outside a batch. */
  @Override
  public void foresee(Collection<String> deadlineIds) {
    if (batch.isRunning() && !deadlineIds.isEmpty()) {
      written();
      withoutOpen().addAll(deadlineIds);
      escalations.openAmong(deadlineIds).forEach(withoutOpen()::remove);
    }
  }

  @Override
  public Optional<Escalation> openOf(String deadlineId) {
    if (withoutOpen().contains(deadlineId)) {
      return Optional.empty();
    }
    return written().openOf(deadlineId);
  }

  @Override
  public Set<String> takenOn(Collection<String> deadlineIds) {
    return written().takenOn(deadlineIds);
  }

  @Override
  public Optional<Escalation> ofPlan(String plan) {
    return written().ofPlan(plan);
  }

  @Override
  public boolean change(Escalation after, Line line) {
    return written().change(after, line);
  }

  @Override
  public void step(Escalation after, Line line) {
    if (batch.isRunning()) {
      pending().stepped().add(new Written(after, line));
    } else {
      escalations.step(after, line);
    }
  }

  @Override
  public void postpone(Escalation after) {
    if (batch.isRunning()) {
      pending().postponed().add(after);
    } else {
      escalations.postpone(after);
    }
  }

  @Override
  public Found page(EscalationQuery query) {
    return written().page(query);
  }

  @Override
  public Map<String, Long> counts(String rootUnit, EscalationFilter filter) {
    return written().counts(rootUnit, filter);
  }

  @Override
  public Optional<Escalation> find(String id, String rootUnit) {
    return written().find(id, rootUnit);
  }

  @Override
  public List<Line> history(String id) {
    return written().history(id);
  }
}
