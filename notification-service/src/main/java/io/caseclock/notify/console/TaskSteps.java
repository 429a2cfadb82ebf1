package io.caseclock.notify.console;

import io.caseclock.access.Caller;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.DoTask;
import io.caseclock.notify.task.TaskOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done on a task from a page, committed before the page is shown again. */
@ApplicationScoped
public class TaskSteps {

  private final DoTask doTask;
  private final InstantSource clock;

  @Inject
  TaskSteps(DoTask doTask, InstantSource clock) {
    this.doTask = doTask;
    this.clock = clock;
  }

  @Transactional
  public TaskOutcome answer(
      String id, Caller caller, Map<String, String> answers, @Nullable Integer version) {
    return doTask.answer(id, caller, answers, version, clock.instant());
  }

  @Transactional
  public TaskOutcome attempt(String id, Caller caller, AttemptOutcome outcome, String text) {
    return doTask.attempt(id, caller, outcome, text, clock.instant());
  }

  @Transactional
  public TaskOutcome giveUp(String id, Caller caller, String reason, @Nullable Integer version) {
    return doTask.giveUp(id, caller, reason, version, clock.instant());
  }
}
