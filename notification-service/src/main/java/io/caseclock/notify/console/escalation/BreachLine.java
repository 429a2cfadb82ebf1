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
    Escalation ladder, String title, String severity, @Nullable Instant dueAt, String next) {

  public String path() {
    return Links.breach(ladder.id());
  }

  /** The look of the state's badge. */
  public String tag() {
    return switch (ladder.state()) {
      case Climbing climbing -> "tag-breach";
      case Acknowledged plan -> "tag-open";
      case Ended ended -> "tag-done";
    };
  }

  /** Whether it is still late: nothing is once the ladder has ended. */
  public boolean isLate() {
    return dueAt != null && !(ladder.state() instanceof Ended);
  }

  public boolean isTold(int step) {
    return step < ladder.nextStep();
  }

  public boolean isNext(int step) {
    return step == ladder.nextStep() && ladder.state() instanceof Climbing;
  }
}
