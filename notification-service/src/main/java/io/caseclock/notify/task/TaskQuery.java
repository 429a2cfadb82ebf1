package io.caseclock.notify.task;

import java.time.Instant;
import java.util.Optional;

/**
 * A page of the tasks that somebody looks for: open ones by urgency, ended ones newest first.
 *
 * @param root the unit whose subtree the caller sees; nothing outside it is found
 * @param now tells what is late
 * @param after the last one of the page before
 * @param limit from 1 to 500
 */
public record TaskQuery(
    String root, TaskTab tab, TaskFilter filter, Instant now, Optional<Cursor> after, int limit) {

  public TaskQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 tasks, not " + limit);
    }
  }

  /**
   * A place between two tasks of the list.
   *
   * @param at the due instant of an open task, {@link #NEVER} where it has none; the end of an
   *     ended one
   */
  public record Cursor(Instant at, String id) {

    /** Sorts tasks whose period does not run behind all others. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** The place behind this task. */
    public static Cursor behind(Task task) {
      var ended = task.endedAt();
      if (ended != null) {
        return new Cursor(ended, task.id());
      }
      var due = task.dueAt();
      return new Cursor(due == null ? NEVER : due, task.id());
    }
  }
}
