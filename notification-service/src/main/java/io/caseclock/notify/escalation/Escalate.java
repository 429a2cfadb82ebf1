package io.caseclock.notify.escalation;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.Names;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.escalation.Escalations.Line;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.pipeline.Notifier;
import io.caseclock.notify.pipeline.Notifier.Told;
import io.caseclock.notify.routing.RoutedRecipient;
import io.caseclock.pack.Step;
import io.caseclock.time.WorkingTime;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Opens escalations, takes their steps when the time has come, and ends them. */
public final class Escalate {

  private final Escalations escalations;
  private final Notifier notifier;
  private final MessageStore messages;
  private final Plans plans;
  private final MessageTexts wording;
  private final Function<Message, WorkingTime> office;
  private final BatchCache batch;

  /**
   * @param office when the office works that a breach belongs to
   */
  public Escalate(
      Escalations escalations,
      Notifier notifier,
      MessageStore messages,
      Plans plans,
      MessageTexts wording,
      Function<Message, WorkingTime> office,
      BatchCache batch) {
    this.escalations = escalations;
    this.notifier = notifier;
    this.messages = messages;
    this.plans = plans;
    this.wording = wording;
    this.office = office;
    this.batch = batch;
  }

  /** Freezes the policy of a breach whose first step has just been told. */
  public void open(Message breach, String deadlineId, Told told, Instant at) {
    escalations.add(
        Escalation.opening(
            breach.id(),
            deadlineId,
            breach.caseId(),
            breach.unit(),
            breach.officer(),
            told.chosen().route(),
            told.chosen().setBy(),
            breach.zone(),
            at,
            office.apply(breach)),
        line("told", told.people(), at));
  }

  private static Line line(String what, List<RoutedRecipient> told, Instant at) {
    var people = told.stream().map(one -> one.recipient().person()).toList();
    return new Line(what, at, people, null, null, "");
  }

  /**
   * Takes the steps that are due; one that counts working time and has become due while the office
   * is closed, after a standstill or a plan that came to nothing, waits until it opens. Returns how
   * many escalations were looked at.
   */
  public int takeDueSteps(int limit, Instant now) {
    var due = escalations.claim(limit, now);
    if (!due.isEmpty()) {
      batch.during(() -> takeSteps(due, now));
    }
    return due.size();
  }

  private void takeSteps(List<Escalation> due, Instant now) {
    var breaches = messages.byIds(due.stream().map(Escalation::id).toList());
    notifier.foresee(
        due.stream().map(Escalation::unit).distinct().toList(),
        due.stream().map(Escalation::officer).filter(Objects::nonNull).distinct().toList(),
        now);
    for (var escalation : due) {
      var breach = breaches.get(escalation.id());
      var step = escalation.step();
      if (breach != null && step.isPresent()) {
        takeStep(escalation, step.get(), breach, now);
      }
    }
  }

  private void takeStep(Escalation escalation, Step step, Message breach, Instant now) {
    var time = office.apply(breach);
    var opening = time.firstFrom(now);
    if (escalation.countsWorkingTime() && opening.isAfter(now)) {
      escalations.postpone(escalation.waitingUntil(opening));
      return;
    }
    var what = escalation.isRepeating() ? "repeated" : "told";
    var told = tell(escalation, step, breach, now);
    escalations.step(escalation.told(now, time), line(what, told, now));
  }

  private List<RoutedRecipient> tell(
      Escalation escalation, Step step, Message message, Instant now) {
    if (!escalation.isRepeating()) {
      return notifier.step(message, escalation.route(), step, now);
    }
    messages.supersede(
        escalation.deadlineId(), Set.of(MessageKind.REMINDER), Superseded.NEWER_WARNING, now);
    return notifier.step(
        reminder(message, escalation.repeats() + 1), escalation.route(), step, now);
  }

  private Message reminder(Message breach, int repetition) {
    Names title = wording.say("reminder.title", repetition, breach.title());
    return new Message(
        breach.id() + ":again:" + repetition,
        MessageKind.REMINDER,
        breach.unit(),
        breach.officer(),
        breach.deadlineId(),
        breach.noticeId(),
        breach.caseId(),
        breach.subject(),
        breach.rule(),
        breach.list(),
        breach.source(),
        title,
        wording.say("reminder.text", breach.text()),
        breach.severity(),
        breach.stage(),
        breach.dueAt(),
        breach.zone());
  }

  /** The plan date passed without progress. */
  public void planPassed(String plan, Instant now) {
    escalations
        .ofPlan(plan)
        .filter(found -> found.state() instanceof Acknowledged state && state.plan().equals(plan))
        .ifPresent(
            found ->
                escalations.change(
                    found.resumed(now), new Line("plan-passed", now, List.of(), null, null, "")));
  }

  /** Looks up at once what {@link #end} will ask of these deadlines in a batch. */
  public void foresee(Collection<String> deadlineIds) {
    escalations.foresee(deadlineIds);
  }

  /** The deadline is no longer in breach. */
  public void end(String deadlineId, Superseded why, Instant now) {
    escalations.openOf(deadlineId).ifPresent(found -> end(found, why, now));
  }

  private void end(Escalation escalation, Superseded why, Instant now) {
    switch (escalation.state()) {
      case Climbing climbing -> {}
      case Acknowledged plan -> plans.over(escalation, plan, why, now);
      case Ended ended -> {
        return;
      }
    }
    escalations.change(
        escalation.ended(new Ended(why, now)),
        new Line("ended", now, List.of(), null, null, why.wire()));
  }
}
