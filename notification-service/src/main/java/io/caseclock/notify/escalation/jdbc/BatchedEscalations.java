package io.caseclock.notify.escalation.jdbc;

import io.caseclock.batch.BatchCache;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationFilter;
import io.caseclock.notify.escalation.EscalationQuery;
import io.caseclock.notify.escalation.EscalationQuery.Found;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.escalation.jdbc.JdbcEscalations.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes together, at its end, what one batch opens; earlier where the batch asks for any
 * escalation. Outside a batch it writes at once.
 */
public final class BatchedEscalations implements Escalations {

  private static final List<Object> PENDING = List.of("escalations to write");

  private final JdbcEscalations escalations;
  private final BatchCache batch;

  public BatchedEscalations(JdbcEscalations escalations, BatchCache batch) {
    this.escalations = escalations;
    this.batch = batch;
  }

  /** By id, so that the first one holds. */
  private Map<String, Written> pending() {
    return batch.gathered(PENDING, LinkedHashMap::new, this::write);
  }

  private void write(Map<String, Written> pending) {
    escalations.add(pending.values());
    pending.clear();
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
      pending().putIfAbsent(escalation.id(), new Written(escalation, line));
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

  @Override
  public Optional<Escalation> openOf(String deadlineId) {
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
  public void postpone(Escalation after) {
    written().postpone(after);
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
