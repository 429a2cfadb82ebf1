package io.caseclock.notify.escalation;

import io.caseclock.notify.escalation.EscalationQuery.Found;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.message.Superseded;
import io.caseclock.pack.Match;
import io.caseclock.pack.Repeat;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import io.caseclock.time.OfficeHours;
import io.caseclock.time.WorkingCalendar;
import io.caseclock.time.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Escalations of units whose ids begin with their root's, and what the monitor hears of plans. */
public final class EscalationsInMemory implements Escalations, Plans {

  static final Instant OPENED = Instant.parse("2026-03-12T16:00:00Z");

  /** Monday to Friday, 09:00 to 17:00 in Shanghai. */
  static final WorkingTime TIME =
      new WorkingTime(
          new WorkingCalendar("none", List.of()), ZoneId.of("Asia/Shanghai"), OfficeHours.USUAL);

  final Map<String, Escalation> kept = new LinkedHashMap<>();
  final Map<String, List<Line>> lines = new LinkedHashMap<>();

  /** What the monitor heard, such as {@code made P1} and {@code over P1 met}. */
  final List<String> plans = new ArrayList<>();

  /** Officer at once, legal officer after 4 h, supervisor after 24 h; a plan is 7 days at most. */
  static Route route(@Nullable Repeat repeat) {
    return new Route(
        "example",
        Match.EVERYTHING,
        false,
        false,
        List.of(
            new Step(Duration.ZERO, List.of("officer"), List.of()),
            new Step(Duration.ofHours(4), List.of("legal-officer"), List.of()),
            new Step(Duration.ofHours(24), List.of("supervisor"), List.of())),
        repeat,
        Duration.ofDays(7));
  }

  /** The escalation of deadline D1 of station D0102, whose responsible officer is O1. */
  static Escalation ofBreach(String id) {
    return Escalation.opening(id, "D1", "A1", "D0102", "O1", route(null), null, null, OPENED, TIME);
  }

  /** What the history of an escalation says, oldest first. */
  List<String> history(Escalation escalation) {
    return history(escalation.id()).stream().map(Line::what).toList();
  }

  @Override
  public void add(Escalation escalation, Line line) {
    if (kept.putIfAbsent(escalation.id(), escalation) == null) {
      lines.computeIfAbsent(escalation.id(), id -> new ArrayList<>()).add(line);
    }
  }

  @Override
  public List<Escalation> claim(int limit, Instant now) {
    return kept.values().stream()
        .filter(one -> one.state() instanceof Climbing)
        .filter(one -> !at(one).isAfter(now))
        .sorted(Comparator.comparing(EscalationsInMemory::at))
        .limit(limit)
        .toList();
  }

  private static Instant at(Escalation escalation) {
    var next = escalation.nextAt();
    return next == null ? Instant.MAX : next;
  }

  @Override
  public Optional<Escalation> locked(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Optional<Escalation> openOf(String deadlineId) {
    return kept.values().stream()
        .filter(one -> one.deadlineId().equals(deadlineId) && !(one.state() instanceof Ended))
        .findFirst();
  }

  @Override
  public Set<String> takenOn(Collection<String> deadlineIds) {
    return kept.values().stream()
        .filter(one -> one.state() instanceof Acknowledged)
        .map(Escalation::deadlineId)
        .filter(deadlineIds::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Escalation> ofPlan(String plan) {
    return kept.values().stream()
        .filter(one -> one.state() instanceof Acknowledged by && by.plan().equals(plan))
        .findFirst();
  }

  @Override
  public void step(Escalation after, Line line) {
    change(after, line);
  }

  @Override
  public void postpone(Escalation after) {
    isKept(after);
  }

  private boolean isKept(Escalation after) {
    var present = kept.get(after.id());
    if (present == null || present.version() + 1 != after.version()) {
      return false;
    }
    kept.put(after.id(), after);
    return true;
  }

  @Override
  public boolean change(Escalation after, Line line) {
    if (!isKept(after)) {
      return false;
    }
    lines.computeIfAbsent(after.id(), id -> new ArrayList<>()).add(line);
    return true;
  }

  @Override
  public Found page(EscalationQuery query) {
    return new Found(
        kept.values().stream().filter(one -> one.unit().startsWith(query.root())).toList(),
        Optional.empty());
  }

  @Override
  public Map<String, Long> counts(String rootUnit, EscalationFilter filter) {
    return kept.values().stream()
        .filter(one -> one.unit().startsWith(rootUnit))
        .collect(Collectors.groupingBy(one -> one.state().wire(), Collectors.counting()));
  }

  @Override
  public Optional<Escalation> find(String id, String rootUnit) {
    return locked(id).filter(one -> one.unit().startsWith(rootUnit));
  }

  @Override
  public List<Line> history(String id) {
    return lines.getOrDefault(id, List.of());
  }

  @Override
  public void made(Escalation escalation, Acknowledged plan) {
    plans.add("made " + plan.plan());
  }

  @Override
  public void over(Escalation escalation, Acknowledged plan, Superseded why, Instant at) {
    plans.add("over " + plan.plan() + " " + why.wire());
  }
}
