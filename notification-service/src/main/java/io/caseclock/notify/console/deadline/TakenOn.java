package io.caseclock.notify.console.deadline;

import io.caseclock.notify.escalation.Acknowledge.Done;
import io.caseclock.notify.escalation.Acknowledge.Outcome;
import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of taking on several deadlines, one by one. */
@CheckedTemplate(basePath = "deadline", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record TakenOn(List<Line> lines, int taken, String back) implements TemplateInstance {

  /**
   * What came of one.
   *
   * @param outcome null where it could not be stored
   */
  record Result(String deadlineId, @Nullable Outcome outcome) {

    boolean isDone() {
      return outcome instanceof Done;
    }

    int status() {
      return switch (outcome) {
        case null -> ProblemType.UNAVAILABLE.status();
        case Done done -> 200;
        case Refused refused -> refused.why().type().status();
      };
    }
  }

  /**
   * The same for the reader.
   *
   * @param deadline null where the monitor did not tell of it
   * @param what was done, or why it was not
   */
  record Line(String deadlineId, @Nullable Listed deadline, boolean isDone, String what) {}
}
