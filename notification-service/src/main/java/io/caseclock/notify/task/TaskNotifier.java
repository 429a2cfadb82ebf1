package io.caseclock.notify.task;

import io.caseclock.contract.DeadlineSnapshot;
import java.time.Instant;

/** Tells people of tasks, in the caller's transaction. */
public interface TaskNotifier {

  /** Tells those who may do it, once a task, however often it is called. */
  void opened(Task task, DeadlineSnapshot deadline, Instant now);

  /** Takes back what was told of a task that has ended. */
  void ended(Task task, Instant now);
}
