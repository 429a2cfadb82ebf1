package io.caseclock.notify.console.task;

import io.caseclock.notify.task.AnswerFault;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskEntry;
import io.caseclock.notify.task.TaskOutcome.Why;
import io.caseclock.notify.task.TaskState;
import io.caseclock.pack.Question;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param refused why what was sent was not done; empty else
 * @param hindrance why the visitor cannot do it; null where nothing stands against it
 * @param missing how many more tries there must be before it may be given up
 * @param outcomes of a try
 */
@CheckedTemplate(basePath = "task", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record TaskDetail(
    TaskLine row,
    String refused,
    @Nullable Why hindrance,
    List<Ask> asks,
    int missing,
    List<AttemptOutcome> outcomes,
    List<HistoryLine> history)
    implements TemplateInstance {

  /** The look of a state's badge. */
  @TemplateExtension
  static String tag(TaskState state) {
    return switch (state) {
      case OPEN -> "tag-open";
      case FAULTS_OPEN -> "tag-attention";
      case DONE, DONE_ELSEWHERE -> "tag-done";
      case UNREACHABLE, CANCELLED -> "tag-gone";
    };
  }

  record TaskLine(Task task, boolean isLate) {}

  /** A question of the form that holds what was entered; {@code fault} is null for none. */
  record Ask(Question question, String entered, AnswerFault.@Nullable Kind fault) {

    /** Leaves out what was entered. */
    @Override
    public String toString() {
      return "Ask[" + question.id() + "]";
    }
  }

  /** A line of the history. */
  record HistoryLine(TaskEntry entry, String by, List<Answered> answers) {

    /** Leaves out people's own words. */
    @Override
    public String toString() {
      return "HistoryLine[" + entry + "]";
    }
  }

  /** A question and what was answered. */
  record Answered(String question, String answer, boolean bad) {

    /** Leaves out the answer. */
    @Override
    public String toString() {
      return "Answered[" + question + "]";
    }
  }
}
