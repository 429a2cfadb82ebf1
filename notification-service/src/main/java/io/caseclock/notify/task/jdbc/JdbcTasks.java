package io.caseclock.notify.task.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.CaseEventsOut;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskAct;
import io.caseclock.notify.task.TaskArchive;
import io.caseclock.notify.task.TaskEntry;
import io.caseclock.notify.task.TaskQuery;
import io.caseclock.notify.task.Tasks;
import io.caseclock.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables {@code task}, {@code task_entry} and {@code task_definition}, and the outbox. */
public final class JdbcTasks implements Tasks, TaskArchive {

  private static final String INSERT =
      """
      insert into task (id, kind, definition, deadline_id, rule, unit, officer, case_id, subject,
        element, opened_at, due_at, state, seq)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?)
      """;
  private static final String UPDATE =
      """
      update task set unit = ?, officer = ?, due_at = ?::timestamptz, state = ?, seq = ?,
        ended_at = ?::timestamptz
      where id = ?
      """;
  private static final String ENTRY =
      """
      insert into task_entry (task_id, seq, act, at, by_name, by_officer, by_role, answers, outcome,
        text)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
      """;
  private static final String HISTORY =
      """
      select task_id, seq, act, at, by_name, by_officer, by_role, answers::text, outcome, text
      from task_entry where task_id = ? order by seq
      """;

  private final Sql sql;
  private final CommittedCounter counter;
  private final CaseEventsOut out;

  public JdbcTasks(Sql sql, CommittedCounter counter) {
    this.sql = sql;
    this.counter = counter;
    this.out = new CaseEventsOut(sql);
  }

  @Override
  public List<Task> lockedOf(String deadlineId) {
    return sql.query(
        TaskRows.SELECT + " where t.deadline_id = ? order by t.id for update of t",
        TaskRows::task,
        deadlineId);
  }

  @Override
  public Optional<Task> lockedWithin(String id, String rootUnit) {
    return one(" for update of t", id, rootUnit);
  }

  @Override
  public Optional<Task> find(String id, String rootUnit) {
    return one("", id, rootUnit);
  }

  private Optional<Task> one(String lock, String id, String rootUnit) {
    var text = TaskRows.SELECT + " where t.id = ? and " + TaskRows.IN_SUBTREE + lock;
    return sql.query(text, TaskRows::task, id, rootUnit).stream().findFirst();
  }

  @Override
  public void add(Task task, TaskEntry first) {
    var definition = TaskRows.definition(task.kind());
    sql.update(
        "insert into task_definition (hash, body) values (?, ?) on conflict (hash) do nothing",
        definition.hash(),
        definition.body());
    sql.update(
        INSERT,
        task.id(),
        task.kind().id(),
        definition.hash(),
        task.deadlineId(),
        task.kind().rule(),
        task.unit(),
        task.officer(),
        task.caseId(),
        task.subject().toString(),
        task.element(),
        task.openedAt(),
        task.dueAt(),
        task.state().wire(),
        task.seq());
    append(task, first);
  }

  @Override
  public void keep(Task task) {
    sql.update(
        UPDATE,
        task.unit(),
        task.officer(),
        task.dueAt(),
        task.state().wire(),
        task.seq(),
        task.endedAt(),
        task.id());
  }

  /** The row's lock keeps the events of a task in order in the outbox. */
  @Override
  public void record(Task after, TaskEntry entry, List<CaseEvent> events) {
    keep(after);
    append(after, entry);
    out.append(events, entry.at());
  }

  private void append(Task task, TaskEntry entry) {
    var outcome = entry.outcome();
    sql.update(
        ENTRY,
        entry.taskId(),
        entry.seq(),
        entry.act().wire(),
        entry.at(),
        entry.by().name(),
        entry.by().officer(),
        entry.by().role(),
        Json.text(entry.answers()),
        outcome == null ? null : outcome.wire(),
        entry.text());
    var did = entry.act() == TaskAct.ANSWERED ? task.state().wire() : entry.act().wire();
    counter.count("caseclock.tasks", Map.of("kind", task.kind().id(), "outcome", did), 1);
  }

  @Override
  public List<TaskEntry> history(String id) {
    return sql.query(HISTORY, TaskRows::entry, id);
  }

  @Override
  public Set<String> rulesOfOpen() {
    return Set.copyOf(
        sql.query(
            "select distinct rule from task where ended_at is null", row -> row.getString(1)));
  }

  @Override
  public List<Task> page(TaskQuery query) {
    return TaskPage.of(query).read(sql);
  }
}
