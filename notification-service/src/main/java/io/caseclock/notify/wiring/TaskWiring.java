package io.caseclock.notify.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.packs.RulePacks;
import io.caseclock.notify.task.TaskEligibility;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.notify.task.TaskMessages;
import io.caseclock.notify.task.TaskNotifier;
import io.caseclock.notify.task.Tasks;
import io.caseclock.notify.task.UpdateTasks;
import io.caseclock.notify.task.WorkOnTask;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tasks: who does them, and what follows. */
public class TaskWiring {

  @Produces
  @Singleton
  TaskKinds taskKinds(PacksInForce packs) {
    return TaskKinds.of(packs.packs());
  }

  @Produces
  @Singleton
  TaskEligibility eligibility(Directory directory, RoleHolders holders) {
    return new TaskEligibility(directory, holders);
  }

  @Produces
  @Singleton
  TaskNotifier taskNotifier(RoleHolders holders, Notifications log, MessageTexts wording) {
    return new TaskMessages(holders, log, wording);
  }

  @Produces
  @Singleton
  UpdateTasks updateTasks(TaskKinds kinds, Tasks tasks, TaskNotifier notifier) {
    return new UpdateTasks(kinds, tasks, notifier);
  }

  @Produces
  @Singleton
  WorkOnTask workOnTask(
      Tasks tasks,
      TaskEligibility eligibility,
      TaskNotifier notifier,
      NotifyConfig config,
      RulePacks packs) {
    return new WorkOnTask(tasks, eligibility, notifier, config.tasks().tries(), packs.usualZone());
  }
}
