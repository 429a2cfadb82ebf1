package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.count.LateCause;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import io.caseclock.monitor.deadline.RefusedExtension;
import io.caseclock.monitor.deadline.Stages;
import io.caseclock.monitor.deadline.Stages.Stage;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Pack;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a computed deadline into the row that is kept. */
final class StoredDeadlineFactory {

  /** Stands for the refused approvals that are only counted. */
  static final String FURTHER = "further";

  private final Law law;
  private final RestOfCase rest;
  private final Map<EventId, CaseEvent> events = new HashMap<>();

  StoredDeadlineFactory(Law law, Timeline timeline, RestOfCase rest) {
    this.law = law;
    this.rest = rest;
    for (CaseEvent event : timeline.events()) {
      events.put(event.eventId(), event);
    }
  }

  /**
   * @param id that of the deadline's key, which takes a hash to find
   * @param before the row that is kept so far; null for a deadline that is new
   */
  StoredDeadline create(UUID id, Deadline deadline, @Nullable StoredDeadline before) {
    var found = law.rule(deadline.rule().id()).orElseThrow();
    var calendarVersion = law.calendarVersion(found.pack().id());
    var phase = Phase.of(deadline.state());
    var due = deadline.state().whenDue().map(when -> due(deadline, when)).orElse(null);
    var moved = before != null && isCorrected(before, phase, due);
    var handedOver = before != null && isHandedOver(before, deadline);
    var alternative = deadline.alternative();
    var history = history(deadline, before);
    return new StoredDeadline(
        id,
        deadline.key(),
        ruleRef(found.pack(), deadline),
        deadline.responsible(),
        deadline.startedAt(),
        phase,
        due,
        alternative == null ? null : alternative.on(),
        deadline.state().endedAt().map(at -> ended(deadline, at)).orElse(null),
        before == null ? 1 : before.revision() + (moved || handedOver ? 1 : 0),
        calendarVersion,
        Fingerprint.of(deadline, calendarVersion),
        refused(deadline),
        nextAlarm(
            deadline,
            moved || (handedOver && !deadline.state().isLate()) ? null : before,
            history == null ? null : history.toldFrom()),
        history,
        count(found.pack().zone(), deadline, before));
  }

  private static RuleRef ruleRef(Pack pack, Deadline deadline) {
    var rule = deadline.rule();
    return new RuleRef(
        pack.id(),
        pack.version(),
        deadline.version().id(),
        rule.element(),
        rule.statutory(),
        rule.severity(),
        rule.list());
  }

  /** A minimum period cannot be late, only cut short, and a right only lapses. */
  private static StoredDue due(Deadline deadline, Due due) {
    var cannotBeLate = deadline.rule().bound() == Bound.MINIMUM || deadline.rule().lapses();
    var lateFrom = cannotBeLate ? null : due.lateFrom();
    return new StoredDue(due.at(), due.on(), lateFrom, due.provisional());
  }

  private StoredDeadline.Ended ended(Deadline deadline, Instant at) {
    var last = events.get(deadline.contributors().getLast());
    return new StoredDeadline.Ended(at, last == null ? rest.now() : last.knownAt());
  }

  private StoredCount count(ZoneId zone, Deadline deadline, @Nullable StoredDeadline before) {
    var ledger = deadline.ledger();
    return new StoredCount(
        countedOn(zone, deadline.state()),
        ledger.extended(),
        before != null && before.count().warned(),
        ledger.excluded().truncatedTo(ChronoUnit.SECONDS),
        deadline.state() instanceof DeadlineState.Paused ? ledger.pausedAt() : null,
        lateCause(deadline, before));
  }

  private static @Nullable LocalDate countedOn(ZoneId zone, DeadlineState state) {
    return switch (state) {
      case DeadlineState.CutShort cut -> LocalDate.ofInstant(cut.at(), zone);
      case DeadlineState.Cancelled cancelled ->
          cancelled.wasLate() ? cancelled.due().on() : LocalDate.ofInstant(cancelled.at(), zone);
      case DeadlineState.Paused paused -> null;
      case DeadlineState.Running running -> running.due().on();
      case DeadlineState.Breached breached -> breached.due().on();
      case DeadlineState.Met met -> met.due().on();
      case DeadlineState.MetLate late -> late.due().on();
      case DeadlineState.Lapsed lapsed -> lapsed.due().on();
    };
  }

  /**
   * Whether a timely act was entered late; whether the source was silent meanwhile is found out
   * later. Of history nobody knows when it was entered, unless the source says so.
   */
  private @Nullable LateCause lateCause(Deadline deadline, @Nullable StoredDeadline before) {
    if (!(deadline.state() instanceof DeadlineState.Met met) || isMinimum(deadline)) {
      return null;
    }
    var last = events.get(deadline.contributors().getLast());
    if (last == null || last.knownAt().isBefore(met.due().lateFrom())) {
      return null;
    }
    if (last.isHistory() && last.recordedAt() == null) {
      return null;
    }
    var known = before == null ? null : before.count().lateCause();
    return known == null ? LateCause.DATA : known;
  }

  private static Set<String> refused(Deadline deadline) {
    Set<String> refused = new HashSet<>();
    deadline.refused().forEach(one -> refused.add(text(one)));
    if (deadline.refusedFurther() > 0) {
      refused.add(FURTHER);
    }
    return refused;
  }

  static String text(RefusedExtension refused) {
    return refused.event() + ":" + refused.reason();
  }

  /**
   * Whether an open deadline went over to somebody else: they are told of the stage that it has
   * reached, unless it is late, which stays with whoever had it.
   */
  private static boolean isHandedOver(StoredDeadline before, Deadline deadline) {
    return before.phase().isOpen() && !before.responsible().equals(deadline.responsible());
  }

  private static boolean isCorrected(StoredDeadline before, Phase phase, @Nullable StoredDue due) {
    return before.phase() != phase
        || !Objects.equals(before.dueAt(), due == null ? null : due.at());
  }

  /**
   * Past stages are not skipped: the sweeper tells the gravest of them, once. But as long as events
   * of the case keep coming, what they led to waits, since the event that ends it is often on its
   * way; a breach that was over before it was learned of is counted, not pushed.
   *
   * @param before the row that is kept so far; null where the deadline is new or corrected
   */
  private @Nullable Instant nextAlarm(
      Deadline deadline, @Nullable StoredDeadline before, @Nullable Instant toldFrom) {
    var source = deadline.key().start().source();
    if (before == null) {
      var first = firstStage(deadline, toldFrom);
      return first == null || runsOut(deadline) ? first : rest.tellingOf(first, source);
    }
    var planned = before.nextAlarmAt();
    return planned == null || runsOut(deadline)
        ? planned
        : rest.putOff(planned, knownAt(deadline, planned, toldFrom), source);
  }

  /** When the stage that is to be told came, or its deadline became known. */
  private Instant knownAt(Deadline deadline, Instant planned, @Nullable Instant toldFrom) {
    var start = events.get(deadline.key().start());
    var accepted = start == null ? deadline.startedAt() : start.acceptedAt();
    return deadline
        .state()
        .whenDue()
        .flatMap(due -> stages(deadline, due).from(toldFrom).gravestAt(planned))
        .map(stage -> RestOfCase.later(stage.at(), accepted))
        .orElse(accepted);
  }

  /** A minimum period warns nobody: it is met by waiting. */
  private @Nullable Instant firstStage(Deadline deadline, @Nullable Instant toldFrom) {
    return switch (deadline.state()) {
      case DeadlineState.Running running when runsOut(deadline) -> running.due().lateFrom();
      case DeadlineState.Running running -> firstStage(deadline, running.due(), toldFrom);
      case DeadlineState.Breached breached -> firstStage(deadline, breached.due(), toldFrom);
      case DeadlineState.CutShort cut when deadline.rule().isTold() ->
          new Stages(List.of(new Stage(Stages.BREACH, cut.at()))).from(toldFrom).first();
      case DeadlineState.CutShort cut -> null;
      case DeadlineState.Lapsed lapsed -> null;
      case DeadlineState.Paused paused -> null;
      case DeadlineState.Met met -> null;
      case DeadlineState.MetLate late -> null;
      case DeadlineState.Cancelled cancelled -> null;
    };
  }

  /** A minimum period that was not cut short: it ends by itself and tells nobody. */
  private static boolean runsOut(Deadline deadline) {
    return isMinimum(deadline) && !(deadline.state() instanceof DeadlineState.CutShort);
  }

  private static boolean isMinimum(Deadline deadline) {
    return deadline.rule().bound() == Bound.MINIMUM;
  }

  private @Nullable Instant firstStage(Deadline deadline, Due due, @Nullable Instant toldFrom) {
    if (!deadline.rule().isTold()) {
      return null;
    }
    var stages = stages(deadline, due);
    return deadline.rule().lapses()
        ? stages.lapsingFrom(toldFrom).first()
        : stages.from(toldFrom).first();
  }

  private Stages stages(Deadline deadline, Due due) {
    return Stages.of(
        deadline.version(), timeOf(deadline), deadline.startedAt(), due.at(), due.lateFrom());
  }

  private WorkingTime timeOf(Deadline deadline) {
    return law.workingTime(law.rule(deadline.rule().id()).orElseThrow().pack().id());
  }

  /** The starting event says up to when a deadline is history. */
  private @Nullable StoredHistory history(Deadline deadline, @Nullable StoredDeadline before) {
    var until = historyUntil(deadline);
    if (until == null) {
      return null;
    }
    var release = before == null || before.history() == null ? null : before.history().release();
    return new StoredHistory(until, toldBefore(deadline, until), release);
  }

  private @Nullable Instant historyUntil(Deadline deadline) {
    var start = events.get(deadline.key().start());
    if (start == null && !deadline.contributors().isEmpty()) {
      start = events.get(deadline.contributors().getFirst());
    }
    return start == null ? null : start.historyUntil();
  }

  /** What would have been told before an instant, had the suite watched then. */
  private List<String> toldBefore(Deadline deadline, Instant until) {
    if (!deadline.rule().isTold()) {
      return List.of();
    }
    if (deadline.state() instanceof DeadlineState.CutShort cut) {
      return cut.at().isBefore(until) ? List.of(Stages.BREACH) : List.of();
    }
    if (isMinimum(deadline)) {
      return List.of();
    }
    var ended = deadline.state().endedAt();
    return deadline.state().whenDue().stream()
        .flatMap(due -> stages(deadline, due).ordered().stream())
        .filter(stage -> stage.at().isBefore(until))
        .filter(stage -> ended.isEmpty() || !stage.at().isAfter(ended.get()))
        .map(Stage::name)
        .filter(name -> !deadline.rule().lapses() || !name.equals(Stages.BREACH))
        .toList();
  }
}
