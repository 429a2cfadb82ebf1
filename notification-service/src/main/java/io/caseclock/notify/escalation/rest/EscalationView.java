package io.caseclock.notify.escalation.rest;

import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Ended;
import io.caseclock.notify.escalation.Escalations.Line;
import io.caseclock.notify.rest.RouteText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An escalation as the API shows it.
 *
 * @param policy as it was when the breach opened
 * @param setBy the unit whose policy it is; absent for the pack's
 * @param zone in which the plan date is a day; absent where the breach told none
 * @param toldSteps how many steps of the policy were told
 */
public record EscalationView(
    String id,
    String deadlineId,
    String caseId,
    String unit,
    @Nullable String officer,
    Instant openedAt,
    @Nullable ZoneId zone,
    String state,
    int toldSteps,
    int repeats,
    @Nullable Instant nextAt,
    @Nullable PlanView plan,
    @Nullable String endedReason,
    @Nullable Instant endedAt,
    RouteText policy,
    @Nullable String setBy,
    List<Line> history) {

  /** Who took it on, and what is planned until when. */
  public record PlanView(
      String by,
      String role,
      Instant at,
      LocalDate planOn,
      String text,
      @Nullable String actingFor) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "PlanView[" + by + " " + planOn + "]";
    }
  }

  static EscalationView of(Escalation escalation, List<Line> history) {
    var end = escalation.state() instanceof Ended ended ? ended : null;
    return new EscalationView(
        escalation.id(),
        escalation.deadlineId(),
        escalation.caseId(),
        escalation.unit(),
        escalation.officer(),
        escalation.openedAt(),
        escalation.zone(),
        escalation.state().wire(),
        escalation.nextStep(),
        escalation.repeats(),
        escalation.nextAt(),
        plan(escalation),
        end == null ? null : end.why().wire(),
        end == null ? null : end.at(),
        RouteText.of(escalation.route()),
        escalation.setBy(),
        history);
  }

  private static @Nullable PlanView plan(Escalation escalation) {
    return escalation.state() instanceof Acknowledged plan
        ? new PlanView(
            plan.by(), plan.role(), plan.at(), plan.planOn(), plan.text(), plan.actingFor())
        : null;
  }
}
