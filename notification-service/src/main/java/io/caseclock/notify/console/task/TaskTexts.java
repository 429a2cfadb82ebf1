package io.caseclock.notify.console.task;

import io.caseclock.notify.task.AnswerFault;
import io.caseclock.notify.task.AttemptOutcome;
import io.caseclock.notify.task.TaskAction;
import io.caseclock.notify.task.TaskOutcome;
import io.caseclock.notify.task.TaskState;
import io.caseclock.notify.task.TaskTab;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of tasks say. */
@MessageBundle(value = "task", locale = "zh")
public interface TaskTexts {

  String title();

  String subtitle();

  @Message
  String tab(TaskTab tab);

  @Message
  String nothing(TaskTab tab);

  String callsToday();

  String kind();

  String officerId();

  String search();

  String dueFrom();

  String dueTo();

  String colTask();

  String colAbout();

  String back();

  String late();

  String questions();

  String required();

  String send();

  String attemptTitle();

  String attemptOutcome();

  String attemptText();

  String attemptSend();

  String triesMissing();

  String giveUpReason();

  String giveUp();

  @Message
  String state(TaskState state);

  @Message
  String act(TaskAction act);

  @Message
  String attempt(AttemptOutcome outcome);

  @Message
  String fault(AnswerFault.Kind fault);

  @Message
  String refused(TaskOutcome.Why why);
}
