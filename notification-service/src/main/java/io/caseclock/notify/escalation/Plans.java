package io.caseclock.notify.escalation;

import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.message.Superseded;
import java.time.Instant;

/** Tells the monitor of plans, whose dates are deadlines there. */
public interface Plans {

  void made(Escalation escalation, Acknowledged plan);

  /** The deadline is no longer in breach: the plan was kept, or is not needed. */
  void over(Escalation escalation, Acknowledged plan, Superseded why, Instant at);
}
