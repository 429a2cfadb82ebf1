package io.caseclock.notify.escalation.rest;

import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;

/** A refused acknowledgement as a problem that says what to do next. */
public final class EscalationRefusals {

  public static ProblemException problem(Refused refused) {
    var detail =
        switch (refused.why()) {
          case UNKNOWN -> "No breach with this id is escalated in your units.";
          case NOT_ALLOWED ->
              "Only the responsible officer, a legal officer or a supervisor takes it on.";
          case STATE_FORBIDS -> "See \"state\" and \"by\" for who took it on.";
          case PLAN_IN_THE_PAST -> "The plan date lies in the past.";
          case PLAN_TOO_FAR ->
              "The plan date is farther ahead than the policy allows; a supervisor may set"
                  + " it.";
          case TEXT_MISSING -> "Say what is planned, in 1 to 2,000 characters.";
        };
    var problem = Problem.of(refused.why().type(), detail);
    return new ProblemException(withPresent(problem, refused));
  }

  private static Problem withPresent(Problem problem, Refused refused) {
    var present = refused.present();
    if (present == null) {
      return problem;
    }
    var shown = problem.with("state", present.state().wire());
    return present.state() instanceof Acknowledged first
        ? shown.with("by", first.by()).with("at", first.at()).with("planOn", first.planOn())
        : shown;
  }

  private EscalationRefusals() {}
}
