package io.caseclock.notify.task;

import java.time.Instant;

/** Who may do a task; the responsible officer of the case never does, whatever the answer here. */
@FunctionalInterface
public interface Doers {

  boolean isDoer(Task task, String officer, Instant at);
}
