package io.caseclock.notify.task.panache;

import io.caseclock.contract.Subject;
import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskState;
import io.caseclock.pack.TaskKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code task}; only this package knows it. */
@Entity
@Table(name = "task")
class TaskRow {

  @Id String id;

  @Column(updatable = false)
  String kind;

  /** The hash of what was asked. */
  @Column(updatable = false)
  String definition;

  @Column(name = "deadline_id", updatable = false)
  String deadlineId;

  @Column(updatable = false)
  String rule;

  @Column String unit;

  @Column @Nullable String officer;

  @Column(name = "case_id", updatable = false)
  String caseId;

  @Column(updatable = false)
  String subject;

  @Column(updatable = false)
  String element;

  @Column(name = "opened_at", updatable = false)
  Instant openedAt;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column @Nullable String zone;

  /** When the task is due; the end of the year 9999 where it is not. The database computes it. */
  @Column(name = "sort_at", insertable = false, updatable = false)
  Instant sortAt;

  @Column String state;

  @Column int seq;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  static TaskRow of(Task task, String definition) {
    var row = new TaskRow();
    row.id = task.id();
    row.kind = task.kind().id();
    row.definition = definition;
    row.deadlineId = task.deadlineId();
    row.rule = task.kind().rule();
    row.caseId = task.caseId();
    row.subject = task.subject().toString();
    row.element = task.element();
    row.openedAt = task.openedAt();
    row.follow(task);
    return row;
  }

  /** Takes over what of a task may change. */
  void follow(Task task) {
    unit = task.unit();
    officer = task.officer();
    dueAt = task.dueAt();
    zone = Zones.text(task.zone());
    state = task.state().wire();
    seq = task.seq();
    endedAt = task.endedAt();
  }

  Task task(TaskKind asked) {
    return new Task(
        id,
        asked,
        deadlineId,
        unit,
        officer,
        caseId,
        Subject.parse(subject),
        element,
        openedAt,
        dueAt,
        Zones.ofText(zone),
        TaskState.ofWire(state),
        seq,
        endedAt);
  }
}
