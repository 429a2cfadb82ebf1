package io.caseclock.notify.task;

import io.caseclock.contract.CaseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where tasks live; nobody reads one outside their own units. What writes takes part in the
 * caller's transaction.
 */
public interface Tasks {

  /** The tasks of a deadline, locked until the transaction ends. */
  List<Task> lockedOf(String deadlineId);

  /** The task, locked, if it belongs to the unit's subtree. */
  Optional<Task> lockedWithin(String id, String rootUnit);

  /** The task, if it belongs to the unit's subtree. */
  Optional<Task> within(String id, String rootUnit);

  List<Task> page(TaskQuery query);

  /** How many tasks that fit stand in the tab. */
  long count(String rootUnit, TaskTab tab, TaskFilter filter, Instant now);

  /** Stores a new task with the first line of its history. */
  void add(Task task, TaskEntry first);

  /** Stores what the deadline changed; the history stays as it is. */
  void keep(Task task);

  /** Stores a task after a line of its history, and hands the events over for publication. */
  void record(Task after, TaskEntry entry, List<CaseEvent> events);

  /** The history, oldest first. */
  List<TaskEntry> history(String id);

  /** The rules whose deadlines have open tasks, whatever the packs say now. */
  Set<String> rulesOfOpen();
}
