package io.caseclock.notify.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Escalations and their history in memory. */
public final class EscalationsInMemory implements Escalations {

  private final Map<String, Escalation> kept = new LinkedHashMap<>();
  private final Map<String, List<Line>> lines = new LinkedHashMap<>();

  @Override
  public void add(Escalation escalation, Line line) {
    if (kept.putIfAbsent(escalation.id(), escalation) == null) {
      lines.put(escalation.id(), new ArrayList<>(List.of(line)));
    }
  }

  @Override
  public List<Escalation> claim(int limit, Instant now) {
    return all(one -> one.nextAt() != null && !one.nextAt().isAfter(now)).stream()
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Escalation> locked(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Optional<Escalation> openOf(String deadlineId) {
    return all(one -> one.deadlineId().equals(deadlineId) && !isOver(one)).stream().findFirst();
  }

  private static boolean isOver(Escalation escalation) {
    return escalation.state() instanceof EscalationState.Ended;
  }

  @Override
  public Optional<Escalation> ofPlan(String plan) {
    return all(
            one ->
                one.state() instanceof EscalationState.Acknowledged state
                    && state.plan().equals(plan))
        .stream()
        .findFirst();
  }

  @Override
  public boolean change(Escalation after, Line line) {
    kept.put(after.id(), after);
    history(after.id()).add(line);
    return true;
  }

  @Override
  public List<Escalation> within(String rootUnit, @Nullable String state, int limit) {
    return all(one -> true).stream().limit(limit).toList();
  }

  @Override
  public Optional<Escalation> find(String id, String rootUnit) {
    return locked(id);
  }

  @Override
  public List<Line> history(String id) {
    return lines.getOrDefault(id, new ArrayList<>());
  }

  private List<Escalation> all(Predicate<Escalation> wanted) {
    return kept.values().stream().filter(wanted).toList();
  }
}
