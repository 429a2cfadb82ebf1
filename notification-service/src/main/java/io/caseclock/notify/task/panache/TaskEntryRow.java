package io.caseclock.notify.task.panache;

import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.TaskAction;
import io.caseclock.notify.task.TaskActor;
import io.caseclock.notify.task.TaskEntry;
import io.caseclock.wire.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code task_entry}; only this package knows it. */
@Entity
@Immutable
@Table(name = "task_entry")
@IdClass(TaskEntryRow.Key.class)
class TaskEntryRow {

  /** What a line of a history is found by. */
  record Key(String taskId, int seq) {}

  @Id
  @Column(name = "task_id")
  String taskId;

  @Id int seq;

  @Column String act;

  @Column Instant at;

  @Column(name = "by_name")
  String byName;

  @Column(name = "by_officer")
  @Nullable String byOfficer;

  @Column(name = "by_role")
  String byRole;

  @Column(name = "by_acting_for")
  @Nullable String byActingFor;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column
  String answers;

  @Column @Nullable String outcome;

  @Column String text;

  static TaskEntryRow of(TaskEntry entry) {
    var row = new TaskEntryRow();
    row.taskId = entry.taskId();
    row.seq = entry.seq();
    row.act = entry.act().wire();
    row.at = entry.at();
    row.byName = entry.by().name();
    row.byOfficer = entry.by().officer();
    row.byRole = entry.by().role();
    row.byActingFor = entry.by().actingFor();
    row.answers = Json.text(entry.answers());
    row.outcome = entry.outcome() == null ? null : entry.outcome().wire();
    row.text = entry.text();
    return row;
  }

  TaskEntry entry() {
    return new TaskEntry(
        taskId,
        seq,
        TaskAction.ofWire(act),
        at,
        new TaskActor(byName, byOfficer, byRole, byActingFor),
        answers(),
        Optional.ofNullable(outcome).flatMap(AttemptOutcome::ofWire).orElse(null),
        text);
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> answers() {
    return Json.read(answers.getBytes(StandardCharsets.UTF_8), Map.class);
  }
}
