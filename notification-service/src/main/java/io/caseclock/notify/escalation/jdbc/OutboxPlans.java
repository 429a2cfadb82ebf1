package io.caseclock.notify.escalation.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.Plans;
import io.caseclock.notify.jdbc.CaseEventsOut;
import io.caseclock.notify.message.Superseded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans as events of the case's timeline: {@code plan-made}, {@code -fulfilled}, {@code
 * -cancelled}.
 */
public final class OutboxPlans implements Plans {

  private final CaseEventsOut out;

  public OutboxPlans(CaseEventsOut out) {
    this.out = out;
  }

  /** {@code on} is the first day on which the plan is late. */
  @Override
  public void made(Escalation escalation, Acknowledged plan) {
    Map<String, Object> data = data(escalation, plan);
    data.put("on", plan.planOn().plusDays(1).toString());
    data.put("by", plan.by());
    data.put("role", plan.role());
    if (plan.actingFor() != null) {
      data.put("actingFor", plan.actingFor());
    }
    append(escalation, plan, "plan-made", plan.at(), data);
  }

  @Override
  public void over(Escalation escalation, Acknowledged plan, Superseded why, Instant at) {
    Map<String, Object> data = data(escalation, plan);
    data.put("reason", why.wire());
    append(escalation, plan, type(why), at, data);
  }

  /** What was done, even late, keeps the plan; what was never due needs none. */
  private static String type(Superseded why) {
    return switch (why) {
      case MET, MET_LATE -> "plan-fulfilled";
      case NEWER_WARNING,
          BREACHED,
          MOVED,
          PAUSED,
          CANCELLED,
          LAPSED,
          CUT_SHORT,
          REOPENED,
          REASSIGNED,
          NOTICE_WITHDRAWN ->
          "plan-cancelled";
    };
  }

  private static Map<String, Object> data(Escalation escalation, Acknowledged plan) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("deadlineId", escalation.deadlineId());
    data.put("plannedOn", plan.planOn().toString());
    return data;
  }

  private void append(
      Escalation escalation, Acknowledged plan, String type, Instant at, Map<String, Object> data) {
    var event =
        new CaseEvent(
            new EventId(EventId.NOTIFICATION, plan.plan() + ":" + type),
            type,
            new Subject("plan", plan.plan()),
            escalation.caseId(),
            at,
            at,
            null,
            escalation.unit(),
            escalation.officer(),
            data);
    out.append(List.of(event), at);
  }
}
