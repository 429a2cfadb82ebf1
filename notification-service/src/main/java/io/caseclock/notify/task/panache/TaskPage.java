package io.caseclock.notify.task.panache;

import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.task.TaskQuery;
import java.util.HashMap;
import java.util.Map;

/** The HQL of one page, built up with its parameters. */
final class TaskPage {

  private final StringBuilder text = new StringBuilder(PanacheTasks.WITHIN);
  private final Map<String, Object> parameters = new HashMap<>();

  static TaskPage of(TaskQuery query) {
    var page = new TaskPage();
    page.parameters.put("root", query.root());
    query.unit().ifPresent(unit -> page.and(Subtree.holds("t.unit", "below"), "below", unit));
    query.kind().ifPresent(kind -> page.and("t.kind = :kind", "kind", kind));
    switch (query.wanted()) {
      case OPEN -> page.open(query);
      case LATE -> {
        page.and("t.dueAt <= :now", "now", query.now());
        page.open(query);
      }
      case DONE -> page.ended(query);
    }
    return page;
  }

  String text() {
    return text.toString();
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private void open(TaskQuery query) {
    text.append(" and t.endedAt is null");
    behind(query, "(t.sortAt > :at or t.sortAt = :at and t.id > :id)");
    text.append(" order by t.sortAt, t.id");
  }

  private void ended(TaskQuery query) {
    text.append(" and t.endedAt is not null");
    behind(query, "(t.endedAt < :at or t.endedAt = :at and t.id < :id)");
    text.append(" order by t.endedAt desc, t.id desc");
  }

  private void behind(TaskQuery query, String condition) {
    query
        .after()
        .ifPresent(
            after -> {
              and(condition, "at", after.at());
              parameters.put("id", after.id());
            });
  }

  private void and(String condition, String name, Object value) {
    text.append(" and ").append(condition);
    parameters.put(name, value);
  }
}
