package io.caseclock.notify.notice.rest;

import io.caseclock.notify.notice.draft.WriteNotice.Refused;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;

/** What stands against a notice that is written by hand, as a problem that says what to do next. */
final class DraftProblems {

  static ProblemException of(Refused refused) {
    var problem =
        switch (refused.why()) {
          case UNKNOWN ->
              Problem.of(ProblemType.NOT_FOUND, "There is no draft with this id in your units.");
          case STALE ->
              Problem.of(
                      ProblemType.STALE_VERSION,
                      "Read the draft again and decide on what it says now.")
                  .with("version", Integer.valueOf(refused.what()));
          case UNKNOWN_UNIT ->
              Problem.of(ProblemType.UNKNOWN_UNIT, "Name a unit of your own subtree.");
          case UNKNOWN_OFFICER ->
              Problem.of(
                  ProblemType.RULE_REFUSES,
                  "The officer is not posted in that unit; leave it out.");
          case FOREIGN_CASE ->
              Problem.of(
                  ProblemType.NOT_ALLOWED, "The case belongs to a unit that is not one of yours.");
          case WRONG_NUMBER_OF_FAULTS ->
              Problem.of(ProblemType.RULE_REFUSES, "A notice covers 1 to 50 faults.");
          case UNKNOWN_FAULT ->
              Problem.of(
                      ProblemType.RULE_REFUSES,
                      "\"known\" holds a deadline or finding that is not a fault of this unit now.")
                  .with("fault", refused.what());
          case HAS_NOTICE ->
              Problem.of(
                  ProblemType.STATE_FORBIDS, "One of its deadlines has an open notice already.");
          case ISSUED_ALREADY ->
              Problem.of(ProblemType.STATE_FORBIDS, "It was issued in the meantime.");
        };
    return new ProblemException(withNotice(problem, refused));
  }

  private static Problem withNotice(Problem problem, Refused refused) {
    var notice = refused.notice();
    if (notice == null) {
      return problem;
    }
    var named =
        problem
            .with("notice", notice.id())
            .with("number", notice.number())
            .with("state", notice.state().wire());
    var last = refused.last();
    if (last == null) {
      return named;
    }
    var by = last.by().officer() == null ? last.by().name() : last.by().officer();
    return named.with("step", last.kind().wire()).with("by", by).with("at", last.at().toString());
  }

  private DraftProblems() {}
}
