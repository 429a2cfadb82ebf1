package io.caseclock.notify.console.escalation;

import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.EscalationState.Climbing;
import io.caseclock.notify.escalation.EscalationState.Ended;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A breach as the pages show it.
 *
 * @param next what comes next, and when, in words
 */
record BreachLine(
    Escalation escalation, String title, String severity, @Nullable Instant dueAt, String next) {

  public String path() {
    return Links.breach(escalation.id());
  }

  /** The look of the state's badge. */
  public String tag() {
    return switch (escalation.state()) {
      case Climbing climbing -> "tag-breach";
      case Acknowledged plan -> "tag-open";
      case Ended ended -> "tag-done";
    };
  }

  /** Whether it is still late: nothing is once the escalation has ended. */
  public boolean isLate() {
    return dueAt != null && !(escalation.state() instanceof Ended);
  }

  public boolean isTold(int step) {
    return step < escalation.nextStep();
  }

  public boolean isNext(int step) {
    return step == escalation.nextStep() && escalation.state() instanceof Climbing;
  }
}
