package io.caseclock.notify.notice.issue;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.notify.escalation.Escalate;
import io.caseclock.notify.history.TellDigest;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.NoticeMessages;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.step.TakeStep;
import io.caseclock.notify.pipeline.Notifier;
import io.caseclock.notify.pipeline.Notifier.Told;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What follows from each thing that the monitor says. */
public final class HandleDeadlineEvent {

  private static final Set<MessageKind> WARNINGS = Set.of(MessageKind.WARNING);
  private static final Set<MessageKind> ALARMS =
      Set.of(MessageKind.WARNING, MessageKind.BREACH, MessageKind.REMINDER);

  private final Notices notices;
  private final IssueNotice issueNotice;
  private final TakeStep takeStep;
  private final Notifier notifier;
  private final Escalate escalate;
  private final NoticeMessages messages;
  private final MessageTexts texts;
  private final FaultFactory faults;
  private final TellDigest digests;

  public HandleDeadlineEvent(
      Notices notices,
      IssueNotice issueNotice,
      TakeStep takeStep,
      Notifier notifier,
      Escalate escalate,
      NoticeMessages messages,
      MessageTexts texts,
      FaultFactory faults,
      TellDigest digests) {
    this.notices = notices;
    this.issueNotice = issueNotice;
    this.takeStep = takeStep;
    this.notifier = notifier;
    this.escalate = escalate;
    this.messages = messages;
    this.texts = texts;
    this.faults = faults;
    this.digests = digests;
  }

  /**
   * Looks up at once what these events will ask one by one, in the caller's transaction; the order
   * matters, since units have policies that say who issues.
   */
  public void foresee(List<DeadlineEvent> events, Instant now) {
    var concerned = events.stream().flatMap(event -> concerned(event).stream()).toList();
    if (!concerned.isEmpty()) {
      notifier.foresee(
          concerned.stream().map(Concerned::unit).distinct().toList(),
          concerned.stream().map(Concerned::officer).filter(Objects::nonNull).distinct().toList(),
          now);
    }
    issueNotice.foresee(events.stream().flatMap(event -> notable(event).stream()).toList());
    foreseeChanges(
        events.stream()
            .filter(DeadlineChanged.class::isInstance)
            .map(DeadlineChanged.class::cast)
            .toList());
  }

  private void foreseeChanges(List<DeadlineChanged> changes) {
    escalate.foresee(deadlines(changes, changed -> superseding(changed.change()).isPresent()));
    notices.foresee(List.of(), deadlines(changes, HandleDeadlineEvent::provesBreachWrong));
  }

  private static List<String> deadlines(
      List<DeadlineChanged> changes, Predicate<DeadlineChanged> which) {
    return changes.stream()
        .filter(which)
        .map(changed -> changed.deadline().deadlineId())
        .distinct()
        .toList();
  }

  /** Whose affair an event is. */
  private record Concerned(String unit, @Nullable String officer) {}

  /** Empty where nobody is told, or somebody only by and by. */
  private static Optional<Concerned> concerned(DeadlineEvent event) {
    return switch (event) {
      case DeadlineAlarm alarm when alarm.digest() != null || isToldToNobody(alarm) ->
          Optional.empty();
      case DeadlineAlarm alarm ->
          Optional.of(new Concerned(alarm.deadline().unit(), alarm.deadline().officer()));
      case DeadlineChanged changed -> Optional.empty();
      case FindingRaised finding -> Optional.of(new Concerned(finding.unit(), finding.officer()));
    };
  }

  /** The fault for which a notice is issued by itself, unless there is one. */
  private Optional<Fault> notable(DeadlineEvent event) {
    return switch (event) {
      case DeadlineAlarm alarm when asksForNotice(alarm) -> Optional.of(faults.of(alarm));
      case DeadlineAlarm alarm -> Optional.empty();
      case DeadlineChanged changed -> Optional.empty();
      case FindingRaised finding -> Optional.empty();
    };
  }

  /** Takes effect in the caller's transaction, which has claimed the event before. */
  public void apply(DeadlineEvent event, Instant now) {
    switch (event) {
      case DeadlineAlarm alarm when alarm.digest() != null -> digests.add(alarm, now);
      case DeadlineAlarm alarm when isToldToNobody(alarm) -> {
        // Counted by the monitor.
      }
      case DeadlineAlarm alarm when isOf("notice", alarm) -> ofNotice(alarm, now);
      case DeadlineAlarm alarm when isOf("plan", alarm) && alarm.isBreach() ->
          planPassed(alarm, now);
      case DeadlineAlarm alarm when alarm.isBreach() -> breached(alarm, now);
      case DeadlineAlarm alarm -> approaching(alarm, now);
      case DeadlineChanged changed -> changed(changed, now);
      case FindingRaised finding -> raised(finding, now);
    }
  }

  private static boolean isOf(String kind, DeadlineAlarm alarm) {
    return alarm.deadline().subject().kind().equals(kind);
  }

  /** What only counts is never told; a right is warned of, and its end is no breach. */
  private static boolean isToldToNobody(DeadlineAlarm alarm) {
    var policy = alarm.deadline().breachPolicy();
    return policy.equals("record") || (policy.equals("lapse") && alarm.isBreach());
  }

  /** Nobody is notified of a notice that is finished. */
  private void ofNotice(DeadlineAlarm alarm, Instant now) {
    var notice = notices.locked(alarm.deadline().subject().id());
    if (notice.isEmpty() || notice.get().state().isFinished()) {
      return;
    }
    if (alarm.isBreach()) {
      notifier.supersede(alarm.deadline().deadlineId(), WARNINGS, Superseded.BREACHED, now);
      escalated(messages.ofUnansweredNotice(alarm, notice.get()), alarm, now);
    } else {
      approaching(alarm, now);
    }
  }

  /** The escalation that was paused until the planned day goes on. */
  private void planPassed(DeadlineAlarm alarm, Instant now) {
    var deadline = alarm.deadline();
    notifier.supersede(deadline.deadlineId(), WARNINGS, Superseded.BREACHED, now);
    notified(messages.ofAlarm(alarm), now);
    escalate.planPassed(deadline.subject().id(), now);
  }

  /**
   * The newest warning of a deadline is the one that holds. A prediction is a lower rung, whenever
   * it comes: it takes no warning back.
   */
  private void approaching(DeadlineAlarm alarm, Instant now) {
    if (!alarm.isRisk()) {
      notifier.supersede(alarm.deadline().deadlineId(), WARNINGS, Superseded.NEWER_WARNING, now);
    }
    notified(messages.ofAlarm(alarm), now);
  }

  private void breached(DeadlineAlarm alarm, Instant now) {
    var deadline = alarm.deadline();
    notifier.supersede(deadline.deadlineId(), WARNINGS, Superseded.BREACHED, now);
    escalated(messages.ofAlarm(alarm), alarm, now);
    if (asksForNotice(alarm)) {
      issueNotice.issue(faults.of(alarm), Actor.SYSTEM, now);
    }
  }

  private static boolean asksForNotice(DeadlineAlarm alarm) {
    return alarm.isBreach()
        && alarm.digest() == null
        && alarm.deadline().breachPolicy().equals("notice")
        && !KnownFaults.OWN.contains(alarm.deadline().subject().kind());
  }

  private void escalated(Message message, DeadlineAlarm alarm, Instant now) {
    escalate.open(message, alarm.deadline().deadlineId(), notified(message, now), now);
  }

  private void changed(DeadlineChanged changed, Instant now) {
    superseding(changed.change())
        .ifPresent(why -> supersede(changed.deadline().deadlineId(), why, now));
    if (provesBreachWrong(changed)) {
      var key = "withdrawn." + changed.change().name().toLowerCase(Locale.ROOT);
      takeStep.proveWrong(changed.deadline().deadlineId(), texts.say(key), now);
    }
    if (changed.change() == Change.LAPSED && !changed.deadline().fellDueInHistory()) {
      notifier.whereRouted(messages.ofLapse(changed), now);
    }
  }

  private void supersede(String deadlineId, Superseded why, Instant now) {
    notifier.supersede(deadlineId, ALARMS, why, now);
    escalate.end(deadlineId, why, now);
  }

  private static Optional<Superseded> superseding(Change change) {
    return switch (change) {
      case OPENED, RESUMED -> Optional.empty();
      case MOVED -> Optional.of(Superseded.MOVED);
      case PAUSED -> Optional.of(Superseded.PAUSED);
      case MET -> Optional.of(Superseded.MET);
      case MET_LATE -> Optional.of(Superseded.MET_LATE);
      case CANCELLED -> Optional.of(Superseded.CANCELLED);
      case LAPSED -> Optional.of(Superseded.LAPSED);
      case CUT_SHORT -> Optional.of(Superseded.CUT_SHORT);
      case REOPENED -> Optional.of(Superseded.REOPENED);
      case REASSIGNED -> Optional.of(Superseded.REASSIGNED);
    };
  }

  /**
   * Late work stays late work, also where it was cancelled afterwards; only what was in time, or
   * never due, takes a notice back.
   */
  private static boolean provesBreachWrong(DeadlineChanged changed) {
    return changed.change() != Change.OPENED && !changed.deadline().isFault();
  }

  private void raised(FindingRaised finding, Instant now) {
    notifier.byPolicy(messages.ofFinding(finding), now);
    if (finding.cause().equals("recorded")) {
      issueNotice.issue(faults.of(finding), Actor.SYSTEM, now);
    }
  }

  private Told notified(Message message, Instant now) {
    notifier.publish(message, now);
    return notifier.byPolicy(message, now);
  }
}
