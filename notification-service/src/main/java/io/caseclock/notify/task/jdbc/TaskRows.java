package io.caseclock.notify.task.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.contract.Sha256;
import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.Doer;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskAct;
import io.caseclock.notify.task.TaskEntry;
import io.caseclock.notify.task.TaskState;
import io.caseclock.pack.TaskKind;
import io.caseclock.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Rows as tasks and lines of history. */
final class TaskRows {

  static final String SELECT =
      "select t.*, d.body from task t join task_definition d on d.hash = t.definition";
  static final String IN_SUBTREE =
      """
      exists (select 1 from unit u where u.id = t.unit
        and starts_with(u.path, (select path from unit where id = ?)))
      """;

  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

  /** A kind of task as it was asked, and the hash under which it is kept once. */
  record Definition(String hash, byte[] body) {}

  static Definition definition(TaskKind kind) {
    var body = Json.bytes(kind);
    return new Definition(Sha256.hex(body), body);
  }

  static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getString("id"),
        Json.read(row.getBytes("body"), TaskKind.class),
        row.getString("deadline_id"),
        row.getString("unit"),
        row.getString("officer"),
        row.getString("case_id"),
        Subject.parse(row.getString("subject")),
        row.getString("element"),
        Sql.required(row, "opened_at"),
        Sql.instant(row, "due_at"),
        TaskState.ofWire(row.getString("state")),
        row.getInt("seq"),
        Sql.instant(row, "ended_at"));
  }

  static TaskEntry entry(ResultSet row) throws SQLException {
    return new TaskEntry(
        row.getString("task_id"),
        row.getInt("seq"),
        TaskAct.ofWire(row.getString("act")),
        Sql.required(row, "at"),
        new Doer(row.getString("by_name"), row.getString("by_officer"), row.getString("by_role")),
        answers(row.getString("answers")),
        Optional.ofNullable(row.getString("outcome")).flatMap(AttemptOutcome::ofWire).orElse(null),
        row.getString("text"));
  }

  private static Map<String, String> answers(String json) {
    try {
      return Json.MAPPER.readValue(json, ANSWERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a task has unreadable answers", e);
    }
  }

  private TaskRows() {}
}
