package io.caseclock.notify.task.rest;

import io.caseclock.notify.task.AnswerFault;
import io.caseclock.notify.task.TaskOutcome.Refused;
import io.caseclock.notify.task.TaskOutcome.Why;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import java.util.List;
import java.util.Locale;

/** A refusal as a problem that says what to do next; whoever was faster is named. */
public final class TaskRefusals {

  private static final int MOST_FAULTS = 50;

  public static ProblemException problem(Refused refused) {
    var problem = Problem.of(refused.why().type(), detail(refused), violations(refused));
    var task = refused.task();
    if (task != null) {
      problem =
          problem
              .with("state", task.state().wire())
              .with("version", task.seq())
              .with("reason", refused.why().name().toLowerCase(Locale.ROOT));
    }
    var last = refused.last();
    if (last != null) {
      problem = problem.with("by", last.by().name()).with("at", last.at().toString());
    }
    return new ProblemException(problem);
  }

  private static String detail(Refused refused) {
    return switch (refused.why()) {
      case UNKNOWN -> "There is no task with this id in your units.";
      case NOT_DOER ->
          "Only officers whose post has the task's role, in its unit or above, do this task.";
      case OWN_CASE -> "The responsible officer of a case never does its task; ask somebody else.";
      case ENDED -> "It has ended already; see \"by\" and \"at\" for who was faster.";
      case STALE -> "Read the task again: see \"by\" and \"at\" for who was faster.";
      case INVALID -> "Mend the answers named in violations and send all of them again.";
      case NOT_A_CALL -> "Nobody is called in a task of this kind; answer it.";
      case TOO_FEW_TRIES ->
          "Try in " + refused.missing() + " more different hours before you give up.";
      case TEXT_MISSING -> "Say it in a text of 1 to 4,000 characters.";
    };
  }

  private static List<Violation> violations(Refused refused) {
    if (refused.why() == Why.TEXT_MISSING) {
      return List.of(new Violation("/reason", "has 1 to 4,000 characters"));
    }
    return refused.faults().stream()
        .limit(MOST_FAULTS)
        .map(fault -> new Violation(pointer(fault), said(fault)))
        .toList();
  }

  private static String pointer(AnswerFault fault) {
    return "/answers" + Pointer.to(fault.questionId());
  }

  private static String said(AnswerFault fault) {
    return switch (fault.kind()) {
      case UNKNOWN_QUESTION -> "is no question of this task";
      case UNKNOWN_ANSWER -> "is no answer to this question";
      case MISSING -> "has to be answered";
      case UNFIT -> "has at most 4,000 characters, each of which can be read";
    };
  }

  private TaskRefusals() {}
}
