package io.caseclock.notify.task;

import java.util.List;
import java.util.Optional;

/** Reads tasks; nobody sees one outside their own units. */
public interface TaskArchive {

  List<Task> page(TaskQuery query);

  Optional<Task> find(String id, String rootUnit);

  /** The history, oldest first. */
  List<TaskEntry> history(String id);
}
