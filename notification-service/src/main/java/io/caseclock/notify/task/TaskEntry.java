package io.caseclock.notify.task;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of a task's history; never changed.
 *
 * @param seq from 1, without gaps
 * @param answers by question; empty for everything but answers
 * @param outcome of a try; null for everything else
 * @param text in the person's own words; may be empty
 */
public record TaskEntry(
    String taskId,
    int seq,
    TaskAction act,
    Instant at,
    TaskActor by,
    Map<String, String> answers,
    @Nullable AttemptOutcome outcome,
    String text) {

  public TaskEntry {
    answers = Map.copyOf(answers);
  }

  /** What CaseClock itself notes. */
  static TaskEntry bySystem(Task task, TaskAction act, Instant at) {
    return new TaskEntry(task.id(), task.seq() + 1, act, at, TaskActor.SYSTEM, Map.of(), null, "");
  }

  static TaskEntry answered(Task task, TaskActor by, Map<String, String> answers, Instant at) {
    return new TaskEntry(task.id(), task.seq() + 1, TaskAction.ANSWERED, at, by, answers, null, "");
  }

  static TaskEntry attempted(
      Task task, TaskActor by, AttemptOutcome outcome, String text, Instant at) {
    return new TaskEntry(
        task.id(), task.seq() + 1, TaskAction.ATTEMPTED, at, by, Map.of(), outcome, text);
  }

  static TaskEntry givenUp(Task task, TaskActor by, String text, Instant at) {
    return new TaskEntry(
        task.id(), task.seq() + 1, TaskAction.GIVEN_UP, at, by, Map.of(), null, text);
  }

  /** Leaves out the answers and the text, which are somebody's own words. */
  @Override
  public String toString() {
    return "TaskEntry[" + taskId + " " + seq + " " + act + " at " + at + "]";
  }
}
