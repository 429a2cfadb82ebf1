package io.caseclock.notify.notice.rest;

import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Outcome.Refused;
import io.caseclock.notify.notice.Refusal;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A refusal as a problem that says what to do next. */
final class Refusals {

  /** Of a step: where the notice stands, and who has taken the step that was first. */
  static ProblemException ofStep(Refused<?> refused) {
    var problem = because(refused.why());
    var present = refused.present();
    return new ProblemException(
        present == null
            ? problem
            : withLast(
                problem
                    .with("state", present.state().wire())
                    .with("version", present.version())
                    .with("reason", refused.why().name().toLowerCase(Locale.ROOT)),
                refused.last()));
  }

  /** Of anything that makes a notice: the notice that stands against it. */
  static ProblemException ofIssue(Refused<?> refused) {
    var problem = withSubject(because(refused.why()), refused);
    var standing = refused.present();
    return new ProblemException(
        standing == null
            ? problem
            : withLast(
                problem
                    .with("notice", standing.id())
                    .with("number", standing.number())
                    .with("state", standing.state().wire()),
                refused.last()));
  }

  private static Problem because(Refusal why) {
    var pointer = why.pointer();
    return pointer == null
        ? Problem.of(why.type(), why.advice())
        : Problem.of(why.type(), why.advice(), List.of(new Violation(pointer, why.advice())));
  }

  private static Problem withSubject(Problem problem, Refused<?> refused) {
    if (refused.why() == Refusal.STALE_DRAFT) {
      return problem.with("version", Integer.valueOf(refused.about()));
    }
    return refused.why() == Refusal.UNKNOWN_FAULT
        ? problem.with("fault", refused.about())
        : problem;
  }

  private static Problem withLast(Problem problem, @Nullable NoticeStep last) {
    if (last == null) {
      return problem;
    }
    var by = last.by().officer() == null ? last.by().name() : last.by().officer();
    return problem.with("step", last.kind().wire()).with("by", by).with("at", last.at().toString());
  }

  private Refusals() {}
}
