package io.caseclock.notify.task.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.task.Task;
import io.caseclock.notify.task.TaskQuery;
import java.util.ArrayList;
import java.util.List;

/** The statement of one page, built up with its parameters. */
final class TaskPage {

  private final StringBuilder text = new StringBuilder(TaskRows.SELECT).append(" where true");
  private final List<Object> parameters = new ArrayList<>();

  static TaskPage of(TaskQuery query) {
    var page = new TaskPage();
    page.and(TaskRows.IN_SUBTREE, query.root());
    query.unit().ifPresent(unit -> page.and(TaskRows.IN_SUBTREE, unit));
    query.kind().ifPresent(kind -> page.and("t.kind = ?", kind));
    switch (query.wanted()) {
      case OPEN -> page.open(query);
      case LATE -> {
        page.and("t.due_at <= ?", query.now());
        page.open(query);
      }
      case DONE -> page.ended(query);
    }
    return page;
  }

  List<Task> read(Sql sql) {
    return sql.query(text.toString(), TaskRows::task, parameters.toArray());
  }

  private void open(TaskQuery query) {
    text.append(" and t.ended_at is null");
    query.after().ifPresent(after -> and("(t.sort_at, t.id) > (?, ?)", after.at(), after.id()));
    text.append(" order by t.sort_at, t.id limit ?");
    parameters.add(query.limit());
  }

  private void ended(TaskQuery query) {
    text.append(" and t.ended_at is not null");
    query.after().ifPresent(after -> and("(t.ended_at, t.id) < (?, ?)", after.at(), after.id()));
    text.append(" order by t.ended_at desc, t.id desc limit ?");
    parameters.add(query.limit());
  }

  private void and(String condition, Object... values) {
    text.append(" and ").append(condition);
    parameters.addAll(List.of(values));
  }
}
