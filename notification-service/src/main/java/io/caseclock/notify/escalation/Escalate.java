package io.caseclock.notify.escalation;

import io.caseclock.contract.Names;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.Superseded;
import io.caseclock.notify.delivery.Wording;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.escalation.Escalations.Line;
import io.caseclock.notify.pipeline.Post;
import io.caseclock.notify.pipeline.Tell;
import io.caseclock.notify.pipeline.Tell.Told;
import io.caseclock.notify.routing.Telling;
import io.caseclock.pack.Step;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Opens ladders, takes their steps when the time has come, and ends them. */
public final class Escalate {

  private final Escalations escalations;
  private final Tell tell;
  private final Post post;
  private final Plans plans;
  private final Wording wording;

  public Escalate(Escalations escalations, Tell tell, Post post, Plans plans, Wording wording) {
    this.escalations = escalations;
    this.tell = tell;
    this.post = post;
    this.plans = plans;
    this.wording = wording;
  }

  /** Freezes the policy of a breach whose first step has just been told. */
  public void open(Letter breach, String deadlineId, Told told, Instant at) {
    escalations.add(
        Escalation.opening(
            breach.id(),
            deadlineId,
            breach.caseId(),
            breach.unit(),
            breach.officer(),
            told.chosen().route(),
            told.chosen().setBy(),
            at),
        line("told", told.people(), at));
  }

  private static Line line(String what, List<Telling> told, Instant at) {
    var people = told.stream().map(one -> one.recipient().person()).toList();
    return new Line(what, at, people, null, null, "");
  }

  /** Takes the steps that are due; returns how many ladders were looked at. */
  public int climb(int limit, Instant now) {
    var due = escalations.claim(limit, now);
    due.forEach(escalation -> climb(escalation, now));
    return due.size();
  }

  private void climb(Escalation escalation, Instant now) {
    var step = escalation.step();
    var letter = post.letter(escalation.id());
    if (step.isEmpty() || letter.isEmpty()) {
      return;
    }
    var what = escalation.isRepeating() ? "repeated" : "told";
    var told = tell(escalation, step.get(), letter.get(), now);
    escalations.change(escalation.told(now), line(what, told, now));
  }

  private List<Telling> tell(Escalation escalation, Step step, Letter letter, Instant now) {
    if (!escalation.isRepeating()) {
      return tell.step(letter, escalation.route(), step, now);
    }
    post.supersede(
        escalation.deadlineId(), Set.of(MessageKind.REMINDER), Superseded.NEWER_WARNING, now);
    return tell.step(reminder(letter, escalation.repeats() + 1), escalation.route(), step, now);
  }

  private Letter reminder(Letter breach, int repetition) {
    Names title = wording.say("reminder.title", repetition, breach.title());
    return new Letter(
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
        breach.dueAt());
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
