package io.caseclock.monitor.watch;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineState;
import io.caseclock.monitor.deadline.RefusedExtension;
import io.caseclock.monitor.deadline.Stages;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Pack;
import io.caseclock.time.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a computed deadline into the row that is kept. */
final class StoredDeadlineFactory {

  /** Stands for the refused approvals that are only counted. */
  static final String FURTHER = "further";

  private final Law law;
  private final Instant now;
  private final Duration settle;
  private final Map<EventId, Instant> knownAt = new HashMap<>();

  StoredDeadlineFactory(Law law, Timeline timeline, Instant now, Duration settle) {
    this.law = law;
    this.now = now;
    this.settle = settle;
    for (CaseEvent event : timeline.events()) {
      knownAt.put(event.eventId(), event.knownAt());
    }
  }

  /**
   * @param before the row that is kept so far; null for a deadline that is new
   */
  StoredDeadline create(Deadline deadline, @Nullable StoredDeadline before) {
    var found = law.rule(deadline.rule().id()).orElseThrow();
    var calendarVersion = law.calendarVersion(found.pack().id());
    var phase = Phase.of(deadline.state());
    var due = deadline.state().whenDue().map(when -> due(deadline, when)).orElse(null);
    var moved = before != null && isCorrected(before, phase, due);
    var alternative = deadline.alternative();
    return new StoredDeadline(
        deadline.key().id(),
        deadline.key(),
        ruleRef(found.pack(), deadline),
        deadline.responsible(),
        deadline.startedAt(),
        phase,
        due,
        alternative == null ? null : alternative.on(),
        deadline.state().endedAt().map(at -> ended(deadline, at)).orElse(null),
        before == null ? 1 : moved ? before.revision() + 1 : before.revision(),
        calendarVersion,
        Fingerprint.of(deadline, calendarVersion),
        refused(deadline),
        before == null || moved ? firstAlarm(deadline) : before.nextAlarmAt());
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
    return new StoredDeadline.Ended(
        at, knownAt.getOrDefault(deadline.contributors().getLast(), now));
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

  private static boolean isCorrected(StoredDeadline before, Phase phase, @Nullable StoredDue due) {
    return before.phase() != phase
        || !Objects.equals(before.dueAt(), due == null ? null : due.at());
  }

  /**
   * Past stages are not skipped: the sweeper tells the gravest of them, once. But a stage that was
   * past before anybody knew of the deadline waits a little, since the event that ends it is often
   * on its way, above all in a bulk import; a breach that was over before it was learned of is
   * counted, not pushed.
   */
  private @Nullable Instant firstAlarm(Deadline deadline) {
    var first = firstStage(deadline);
    return first == null || first.isAfter(now) ? first : now.plus(settle);
  }

  private @Nullable Instant firstStage(Deadline deadline) {
    return switch (deadline.state()) {
      case DeadlineState.Running running -> firstStage(deadline, running.due());
      case DeadlineState.Breached breached -> firstStage(deadline, breached.due());
      case DeadlineState.CutShort cut -> deadline.rule().isTold() ? cut.at() : null;
      case DeadlineState.Lapsed lapsed -> null;
      case DeadlineState.Paused paused -> null;
      case DeadlineState.Met met -> null;
      case DeadlineState.MetLate late -> null;
      case DeadlineState.Cancelled cancelled -> null;
    };
  }

  private WorkingTime timeOf(Deadline deadline) {
    return law.workingTime(law.rule(deadline.rule().id()).orElseThrow().pack().id());
  }

  /** A minimum period warns nobody: it is met by waiting. */
  private @Nullable Instant firstStage(Deadline deadline, Due due) {
    if (!deadline.rule().isTold() && deadline.rule().bound() == Bound.MAXIMUM) {
      return null;
    }
    return deadline.rule().bound() == Bound.MINIMUM
        ? due.lateFrom()
        : Stages.of(
                deadline.version(),
                timeOf(deadline),
                deadline.startedAt(),
                due.at(),
                due.lateFrom())
            .first();
  }
}
