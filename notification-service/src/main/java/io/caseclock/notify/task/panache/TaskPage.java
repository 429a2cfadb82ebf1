package io.caseclock.notify.task.panache;

import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.level.HiddenCases.Hidden;
import io.caseclock.notify.task.TaskFilter;
import io.caseclock.notify.task.TaskQuery;
import io.caseclock.notify.task.TaskState;
import io.caseclock.notify.task.TaskTab;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** The HQL that finds tasks, built up with its parameters. */
final class TaskPage {

  private static final String NAMED =
      "(lower(t.caseId) like :text escape '!' or lower(t.subject) like :text escape '!')";

  private final StringBuilder text;
  private final Map<String, Object> parameters;

  private TaskPage(SeenTasks seen) {
    text = new StringBuilder(seen.text());
    parameters = seen.parameters();
  }

  /** Everything in the tab that fits, in no order. */
  static TaskPage of(String root, TaskTab tab, TaskFilter filter, Instant now, Hidden hidden) {
    var page = new TaskPage(SeenTasks.from(root, hidden));
    filter.unit().ifPresent(unit -> page.and(Subtree.holds("t.unit", "below"), "below", unit));
    if (!filter.kinds().isEmpty()) {
      page.and("t.kind in :kinds", "kinds", filter.kinds());
    }
    filter.officer().ifPresent(officer -> page.and("t.officer = :officer", "officer", officer));
    filter.dueFrom().ifPresent(at -> page.and("t.dueAt > :from", "from", at));
    filter.dueUntil().ifPresent(at -> page.and("t.dueAt <= :until", "until", at));
    filter.text().ifPresent(part -> page.and(NAMED, "text", containing(part)));
    page.stand(tab, now);
    return page;
  }

  /** One page of it, in its order. */
  static TaskPage of(TaskQuery query, Hidden hidden) {
    var page = of(query.root(), query.tab(), query.filter(), query.now(), hidden);
    page.sort(query);
    return page;
  }

  String text() {
    return text.toString();
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private static String containing(String part) {
    var plain = part.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + plain.toLowerCase(Locale.ROOT) + "%";
  }

  private void stand(TaskTab tab, Instant now) {
    switch (tab) {
      case OPEN -> and("t.endedAt is null and t.sortAt > :now", "now", now);
      case OVERDUE -> and("t.endedAt is null and t.sortAt <= :now", "now", now);
      case DONE, WITHDRAWN ->
          and(
              "t.endedAt is not null and t.state in :states",
              "states",
              tab.states().stream().map(TaskState::wire).toList());
    }
  }

  private void sort(TaskQuery query) {
    switch (query.tab()) {
      case OPEN, OVERDUE -> {
        behind(query, "(t.sortAt > :at or t.sortAt = :at and t.id > :id)");
        text.append(" order by t.sortAt, t.id");
      }
      case DONE, WITHDRAWN -> {
        behind(query, "(t.endedAt < :at or t.endedAt = :at and t.id < :id)");
        text.append(" order by t.endedAt desc, t.id desc");
      }
    }
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
