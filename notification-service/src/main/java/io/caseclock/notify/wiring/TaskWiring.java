package io.caseclock.notify.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.task.DoTask;
import io.caseclock.notify.task.FollowTasks;
import io.caseclock.notify.task.LineOfDuty;
import io.caseclock.notify.task.TaskKinds;
import io.caseclock.notify.task.TaskMessages;
import io.caseclock.notify.task.TaskNews;
import io.caseclock.notify.task.Tasks;
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
  LineOfDuty lineOfDuty(Directory directory, RoleHolders holders) {
    return new LineOfDuty(directory, holders);
  }

  @Produces
  @Singleton
  TaskNews taskNews(RoleHolders holders, Notifications log, MessageTexts wording) {
    return new TaskMessages(holders, log, wording);
  }

  @Produces
  @Singleton
  FollowTasks followTasks(TaskKinds kinds, Tasks tasks, TaskNews news) {
    return new FollowTasks(kinds, tasks, news);
  }

  @Produces
  @Singleton
  DoTask doTask(Tasks tasks, LineOfDuty doers, TaskNews news, NotifyConfig config) {
    return new DoTask(tasks, doers, news, config.tasks().tries(), config.zone());
  }
}
