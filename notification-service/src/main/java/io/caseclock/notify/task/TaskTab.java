package io.caseclock.notify.task;

import io.caseclock.contract.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people look for in a list of tasks; at any instant each task stands in exactly one tab. */
public enum TaskTab {
  /** Still to be done, and not due yet. */
  OPEN,
  /** Still to be done, and its due instant is reached or past. */
  OVERDUE,
  /** Answered for good, closed after enough tries, or met without it. */
  DONE,
  /** Its deadline fell away. */
  WITHDRAWN;

  /** The one tab in which the task stands at that instant. */
  public static TaskTab of(Task task, Instant now) {
    return switch (task.state()) {
      case OPEN, FAULTS_OPEN -> task.isLate(now) ? OVERDUE : OPEN;
      case DONE, UNREACHABLE, DONE_ELSEWHERE -> DONE;
      case CANCELLED -> WITHDRAWN;
    };
  }

  /** The states of the tasks in it; of an open task the due instant decides, too. */
  public List<TaskState> states() {
    return switch (this) {
      case OPEN, OVERDUE -> List.of(TaskState.OPEN, TaskState.FAULTS_OPEN);
      case DONE -> List.of(TaskState.DONE, TaskState.UNREACHABLE, TaskState.DONE_ELSEWHERE);
      case WITHDRAWN -> List.of(TaskState.CANCELLED);
    };
  }

  /** The lower-case name. */
  public String wire() {
    return Words.of(this);
  }

  public static Optional<TaskTab> ofWire(String word) {
    return Arrays.stream(values()).filter(tab -> tab.wire().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(TaskTab::wire).toList();
  }
}
