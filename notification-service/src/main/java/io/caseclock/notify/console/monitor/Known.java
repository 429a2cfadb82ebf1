package io.caseclock.notify.console.monitor;

import io.caseclock.notify.monitor.Answer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;

/** What the monitor does not know, or does not show to the visitor, is no page of ours either. */
public final class Known {

  private static final String UNIT = "/unit";

  private Known() {}

  /** The answer; throws where what was asked for, or its unit, is not the visitor's to see. */
  public static <T> Answer<T> of(Answer<T> answer) {
    answer
        .refusal()
        .filter(Known::isUnseen)
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
    return answer;
  }

  private static boolean isUnseen(Problem problem) {
    return problem.type() == ProblemType.NOT_FOUND
        || problem.type() == ProblemType.NOT_ALLOWED
        || problem.violations().stream().anyMatch(fault -> fault.pointer().equals(UNIT));
  }
}
