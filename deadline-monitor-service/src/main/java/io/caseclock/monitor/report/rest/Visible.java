package io.caseclock.monitor.report.rest;

import io.caseclock.access.Caller;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;

/** What a caller may see. */
final class Visible {

  /** The unit whose subtree is visible; a token without a unit sees nothing. */
  static String unit(Caller caller) {
    return caller
        .visibleUnit()
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.NOT_ALLOWED,
                    "The token names no unit. Ask an administrator for the claim 'unit'."));
  }

  private Visible() {}
}
