package io.caseclock.notify.task.rest;

import io.caseclock.contract.Names;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskEntry;
import io.caseclock.pack.Question;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task as the API shows it.
 *
 * @param version for {@code If-Match}
 * @param questions as they were asked when the task opened; null in lists
 * @param history oldest first; null in lists
 */
public record TaskView(
    String id,
    String kind,
    Names names,
    String role,
    boolean call,
    String unit,
    @Nullable String officer,
    String caseId,
    String subject,
    String deadlineId,
    Instant openedAt,
    @Nullable Instant dueAt,
    @Nullable ZoneId zone,
    boolean late,
    String state,
    @Nullable Instant endedAt,
    int version,
    @Nullable List<Question> questions,
    @Nullable List<Line> history) {

  static TaskView of(Task task, Instant now) {
    return of(task, now, null, null);
  }

  static TaskView of(Task task, List<TaskEntry> history, Instant now) {
    return of(task, now, task.kind().questions(), history.stream().map(Line::of).toList());
  }

  private static TaskView of(
      Task task, Instant now, @Nullable List<Question> questions, @Nullable List<Line> history) {
    return new TaskView(
        task.id(),
        task.kind().id(),
        task.kind().names(),
        task.kind().role(),
        task.kind().call(),
        task.unit(),
        task.officer(),
        task.caseId(),
        task.subject().toString(),
        task.deadlineId(),
        task.openedAt(),
        task.dueAt(),
        task.zone(),
        task.isLate(now),
        task.state().wire(),
        task.endedAt(),
        task.seq(),
        questions,
        history);
  }

  /** Leaves out the history, which holds people's own words. */
  @Override
  public String toString() {
    return "TaskView[" + id + " " + kind + " " + state + "]";
  }

  /** A line of the history. */
  public record Line(
      int seq,
      String act,
      Instant at,
      String by,
      @Nullable String officer,
      String role,
      @Nullable String actingFor,
      Map<String, String> answers,
      @Nullable String outcome,
      String text) {

    static Line of(TaskEntry entry) {
      return new Line(
          entry.seq(),
          entry.act().wire(),
          entry.at(),
          entry.by().name(),
          entry.by().officer(),
          entry.by().role(),
          entry.by().actingFor(),
          entry.answers(),
          Optional.ofNullable(entry.outcome()).map(AttemptOutcome::wire).orElse(null),
          entry.text());
    }

    /** Leaves out the answers and the text. */
    @Override
    public String toString() {
      return "Line[" + seq + " " + act + "]";
    }
  }
}
