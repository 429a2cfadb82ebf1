package io.caseclock.monitor.example;

import io.caseclock.contract.Words;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.TraceStep;
import io.caseclock.pack.Bound;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Term;

/** What an example proves; the most particular thing that happens in it. */
public enum Mechanism {
  HOURS,
  CALENDAR_DAYS,
  WORKING_DAYS,
  MONTHS,
  YEARS,
  ROLL,
  NO_ROLL_IN_CUSTODY,
  TOLLING,
  EXTENSION,
  RESTART,
  RECURRING,
  TERM_FROM_EVENT,
  BACKWARD,
  RETENTION,
  MINIMUM;

  static Mechanism of(WorkedExample example, Deadline deadline) {
    var rule = deadline.rule();
    if (rule.direction() == Direction.RETENTION) {
      return RETENTION;
    }
    if (rule.direction() == Direction.BACKWARD) {
      return BACKWARD;
    }
    if (rule.bound() == Bound.MINIMUM) {
      return MINIMUM;
    }
    return byCircumstances(example, deadline);
  }

  private static Mechanism byCircumstances(WorkedExample example, Deadline deadline) {
    var told = example.circumstances();
    if (told.contains("last")) {
      return RECURRING;
    }
    if (told.contains("restart_at")) {
      return RESTART;
    }
    if (told.contains("extensions")) {
      return EXTENSION;
    }
    if (told.contains("tolling")) {
      return TOLLING;
    }
    if (told.contains("period")) {
      return TERM_FROM_EVENT;
    }
    if (told.contains("custody")) {
      return NO_ROLL_IN_CUSTODY;
    }
    return isRolled(deadline) ? ROLL : byUnit(deadline.version().period().unit());
  }

  private static boolean isRolled(Deadline deadline) {
    return deadline.trace().stream().anyMatch(step -> step.kind() == TraceStep.Kind.ROLL);
  }

  private static Mechanism byUnit(Term.Unit unit) {
    return switch (unit) {
      case HOURS -> HOURS;
      case CALENDAR_DAYS -> CALENDAR_DAYS;
      case WORKING_DAYS -> WORKING_DAYS;
      case MONTHS -> MONTHS;
      case YEARS -> YEARS;
    };
  }

  /** As people read it: {@code calendar-days}. */
  public String label() {
    return Words.of(this);
  }
}
