package io.caseclock.notify.task;

import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.Names;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.message.Superseded;
import java.time.Instant;
import java.util.Set;

/** One message a task, to the nearest of those who may do it. */
public final class TaskMessages implements TaskNotifier {

  private static final String ID = "task:";

  private static final Set<MessageKind> TASKS = Set.of(MessageKind.TASK);
  private static final Names NO_DUE = new Names("—", "—");

  private final RoleHolders holders;
  private final Notifications notifications;
  private final MessageTexts wording;

  public TaskMessages(RoleHolders holders, Notifications notifications, MessageTexts wording) {
    this.holders = holders;
    this.notifications = notifications;
    this.wording = wording;
  }

  @Override
  public void opened(Task task, DeadlineSnapshot deadline, Instant now) {
    var told =
        holders.of(task.kind().role(), task.unit(), null, now).stream()
            .filter(recipient -> !recipient.person().equals(task.officer()))
            .toList();
    notifications.notify(message(task, deadline), told, now);
  }

  private Message message(Task task, DeadlineSnapshot deadline) {
    var name = task.kind().names();
    var due = task.dueAt() == null ? NO_DUE : wording.due(task.dueAt(), task.zone());
    return new Message(
        ID + task.id(),
        MessageKind.TASK,
        task.unit(),
        task.officer(),
        task.deadlineId(),
        null,
        task.caseId(),
        task.subject().toString(),
        deadline.rule(),
        deadline.list(),
        deadline.source(),
        wording.say("task.title", name),
        wording.say("task.text", name, due),
        deadline.severity(),
        null,
        task.dueAt(),
        task.zone());
  }

  /** The task that a message of kind {@code task} tells of. */
  public static String taskId(Message message) {
    return message.id().substring(ID.length());
  }

  @Override
  public void ended(Task task, Instant now) {
    var why = task.state() == TaskState.CANCELLED ? Superseded.CANCELLED : Superseded.MET;
    notifications.supersede(task.deadlineId(), TASKS, why, now);
  }
}
