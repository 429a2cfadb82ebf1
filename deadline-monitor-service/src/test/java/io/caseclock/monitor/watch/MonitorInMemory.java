package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.alarm.DueDeadlines;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.QuarantineReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The monitor without a database or a broker, at an instant that the test sets. */
final class MonitorInMemory implements WatchedCases, WatchedCases.Session, DueDeadlines {

  /** How long it waits for a case to come to rest. */
  static final Duration WAIT = Duration.ofSeconds(30);

  private final Map<String, Map<EventId, CaseEvent>> events = new TreeMap<>();
  private final Map<UUID, StoredDeadline> deadlines = new LinkedHashMap<>();
  private final Map<String, Set<String>> contradictions = new HashMap<>();
  private final Map<String, List<CaseChange.HeldFinding>> held = new TreeMap<>();
  private final Map<String, Instant> evaluateAt = new TreeMap<>();
  private final TakeInEvents takeIn;
  private final EvaluateDueCases evaluateDue;
  private final SweepDue sweep;
  final List<DeadlineEvent> told = new ArrayList<>();
  private Instant now;

  MonitorInMemory(Law law, Instant now) {
    this.now = now;
    takeIn = new TakeInEvents(this, new CaseEvaluator(law, WAIT), () -> this.now);
    evaluateDue = new EvaluateDueCases(this, new CaseEvaluator(law, WAIT), () -> this.now);
    sweep = new SweepDue(this, law, () -> this.now, 1_000);
  }

  void take(List<CaseEvent> arriving) {
    var outcome = takeIn.take(arriving);
    if (!outcome.quarantined().isEmpty()) {
      throw new AssertionError("set aside: " + outcome.quarantined());
    }
  }

  /** Lets time go by; everything is told at its own instant. */
  void pass(Duration time) {
    until(now.plus(time));
  }

  /** The same up to an instant. */
  void until(Instant then) {
    for (var next = nextAlarm(); next != null && !next.isAfter(then); next = nextAlarm()) {
      now = RestOfCase.later(now, next);
      evaluateDue.evaluateBatch();
      sweep.sweepBatch();
    }
    now = RestOfCase.later(now, then);
  }

  private @Nullable Instant nextAlarm() {
    return Stream.concat(
            deadlines.values().stream().map(StoredDeadline::nextAlarmAt).filter(Objects::nonNull),
            evaluateAt.values().stream())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  Instant now() {
    return now;
  }

  Collection<StoredDeadline> deadlines() {
    return deadlines.values();
  }

  /** The stages that people were told of, with their deadlines. */
  List<String> alarms() {
    return told.stream()
        .filter(DeadlineAlarm.class::isInstance)
        .map(DeadlineAlarm.class::cast)
        .map(alarm -> alarm.deadline().deadlineId() + " " + alarm.stage())
        .sorted()
        .toList();
  }

  /** The ids of the alarms, which name the revision of the deadline too. */
  List<String> alarmIds() {
    return told.stream()
        .filter(DeadlineAlarm.class::isInstance)
        .map(DeadlineEvent::id)
        .sorted()
        .toList();
  }

  List<String> findings() {
    return told.stream()
        .filter(DeadlineEvent.FindingRaised.class::isInstance)
        .map(DeadlineEvent::id)
        .sorted()
        .toList();
  }

  /** What would have been told, had nothing been history. */
  List<String> heldBack() {
    List<String> all = new ArrayList<>();
    for (var deadline : deadlines.values()) {
      var history = deadline.history();
      if (history != null && !history.alarms().isEmpty()) {
        all.add(deadline.id() + " " + history.alarms());
      }
    }
    held.values().forEach(findings -> findings.forEach(finding -> all.add(finding.id())));
    return all.stream().sorted().toList();
  }

  @Override
  public <T> T transact(Function<Session, T> work) {
    return work.apply(this);
  }

  @Override
  public List<CaseEvent> keep(List<CaseEvent> arriving, Instant at) {
    List<CaseEvent> fresh = new ArrayList<>();
    for (var event : arriving) {
      var ofCase = events.computeIfAbsent(event.caseId(), any -> new LinkedHashMap<>());
      if (ofCase.putIfAbsent(event.eventId(), event) == null) {
        fresh.add(event);
      }
    }
    return fresh;
  }

  @Override
  public Set<String> quarantined(Collection<String> caseIds) {
    return Set.of();
  }

  @Override
  public List<String> claimDue(Instant at, int limit) {
    var due =
        evaluateAt.entrySet().stream()
            .filter(one -> !one.getValue().isAfter(at))
            .map(Map.Entry::getKey)
            .toList();
    due.forEach(evaluateAt::remove);
    return due;
  }

  @Override
  public void lock(Collection<String> caseIds) {
    // one thread
  }

  @Override
  public List<Size> sizes(Collection<String> caseIds, int most) {
    return caseIds.stream()
        .sorted()
        .map(id -> new Size(id, "X0101", null, ofCase(id).size(), deadlines.size(), false))
        .toList();
  }

  @Override
  public Map<String, StoredCase> files(Collection<String> caseIds) {
    return caseIds.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id ->
                    new StoredCase(
                        id,
                        ofCase(id),
                        deadlines.values().stream()
                            .filter(deadline -> deadline.caseId().equals(id))
                            .toList(),
                        contradictions.getOrDefault(id, Set.of()))));
  }

  @Override
  public void save(List<CaseChange> changes, Instant at) {
    for (var change : changes) {
      change.alarms().forEach(deadline -> deadlines.put(deadline.id(), deadline));
      change.deadlines().forEach(deadline -> deadlines.put(deadline.id(), deadline));
      contradictions.put(change.caseId(), new HashSet<>(change.contradictions()));
      held.put(change.caseId(), change.held());
      told.addAll(change.news());
      var next = change.evaluateAt();
      if (next != null) {
        evaluateAt.put(change.caseId(), next);
      } else {
        evaluateAt.remove(change.caseId());
      }
    }
  }

  @Override
  public Set<UUID> causedBySilence(List<LateEntry> entries) {
    return Set.of();
  }

  @Override
  public void tell(List<DeadlineEvent> news, Instant at) {
    told.addAll(news);
  }

  @Override
  public void quarantine(String caseId, QuarantineReason why, Instant at) {
    throw new AssertionError(caseId + ": " + why.wire());
  }

  @Override
  public void release(Collection<String> caseIds, Instant at) {
    // nothing is ever set aside
  }

  @Override
  public int claim(Instant at, int limit, Function<Batch, List<Told>> work) {
    var due =
        deadlines.values().stream().filter(deadline -> isDue(deadline, at)).limit(limit).toList();
    for (var one : work.apply(new Claimed(due))) {
      var kept = one.deadline().alarmedAt(one.nextAlarmAt());
      deadlines.put(kept.id(), kept);
      one.alarm().ifPresent(told::add);
    }
    return due.size();
  }

  @Override
  public Optional<Instant> nextAfter(Instant at) {
    return deadlines.values().stream()
        .map(StoredDeadline::nextAlarmAt)
        .filter(next -> next != null && next.isAfter(at))
        .min(Comparator.naturalOrder());
  }

  private List<CaseEvent> ofCase(String id) {
    return List.copyOf(events.getOrDefault(id, Map.of()).values());
  }

  private static boolean isDue(StoredDeadline deadline, Instant at) {
    var next = deadline.nextAlarmAt();
    return next != null && !next.isAfter(at);
  }

  private final class Claimed implements Batch {
    private final List<StoredDeadline> claimed;

    Claimed(List<StoredDeadline> claimed) {
      this.claimed = claimed;
    }

    @Override
    public List<StoredDeadline> claimed() {
      return claimed;
    }

    @Override
    public List<Size> sizes(Collection<String> caseIds, int most) {
      return MonitorInMemory.this.sizes(caseIds, most);
    }

    @Override
    public Map<String, List<CaseEvent>> events(Collection<String> caseIds) {
      return caseIds.stream().collect(Collectors.toMap(Function.identity(), id -> ofCase(id)));
    }
  }
}
