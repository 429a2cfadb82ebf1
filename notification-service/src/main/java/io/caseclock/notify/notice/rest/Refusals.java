package io.caseclock.notify.notice.rest;

import io.caseclock.notify.notice.StepOutcome.Refused;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.Locale;

/** A refused step as a problem that says what to do next. */
public final class Refusals {

  public static ProblemException problem(Refused refused) {
    var problem =
        switch (refused.why()) {
          case UNKNOWN ->
              of(ProblemType.NOT_FOUND, "There is no notice with this id in your units.");
          case STALE ->
              of(
                  ProblemType.STALE_VERSION,
                  "Read the notice again and decide on what it says now.");
          case STATE_FORBIDS ->
              of(ProblemType.STATE_FORBIDS, "See \"state\" for where the notice stands now.");
          case NOT_RESPONSIBLE ->
              of(ProblemType.NOT_ALLOWED, "Only the responsible officer signs and rectifies.");
          case NOT_REVIEWER ->
              of(ProblemType.NOT_ALLOWED, "Only a legal officer of the unit or above reviews.");
          case OWN_WORK ->
              of(
                  ProblemType.NOT_ALLOWED,
                  "Whoever reported the rectification may not review it; ask another legal"
                      + " officer.");
          case NOT_WITHDRAWER ->
              of(ProblemType.NOT_ALLOWED, "Only a legal officer or a supervisor withdraws.");
          case TEXT_MISSING ->
              of(ProblemType.MALFORMED_REQUEST, "Say it in a text of 1 to 4,000 characters.");
        };
    var present = refused.present();
    return new ProblemException(
        present == null
            ? problem
            : problem
                .with("state", present.state().wire())
                .with("version", present.version())
                .with("reason", refused.why().name().toLowerCase(Locale.ROOT)));
  }

  private static Problem of(ProblemType type, String detail) {
    return Problem.of(type, detail);
  }

  private Refusals() {}
}
