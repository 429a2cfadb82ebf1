package io.caseclock.notify.task;

import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.Names;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.RoleHolders;
import io.caseclock.notify.delivery.Superseded;
import io.caseclock.notify.delivery.Wording;
import java.time.Instant;
import java.util.Set;

/** One letter a task, to the nearest of those who may do it. */
public final class TaskLetters implements TaskNews {

  private static final String ID = "task:";

  private static final Set<MessageKind> TASKS = Set.of(MessageKind.TASK);
  private static final Names NO_DUE = new Names("—", "—");

  private final RoleHolders holders;
  private final DeliveryLog log;
  private final Wording wording;

  public TaskLetters(RoleHolders holders, DeliveryLog log, Wording wording) {
    this.holders = holders;
    this.log = log;
    this.wording = wording;
  }

  @Override
  public void opened(Task task, DeadlineSnapshot deadline, Instant now) {
    var told =
        holders.of(task.kind().role(), task.unit(), null, now).stream()
            .filter(recipient -> !recipient.person().equals(task.officer()))
            .toList();
    log.file(letter(task, deadline), told, now);
  }

  private Letter letter(Task task, DeadlineSnapshot deadline) {
    var name = task.kind().names();
    var due = task.dueAt() == null ? NO_DUE : wording.due(task.dueAt());
    return new Letter(
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
        task.dueAt());
  }

  /** The task that a letter of kind {@code task} tells of. */
  public static String taskId(Letter letter) {
    return letter.id().substring(ID.length());
  }

  @Override
  public void ended(Task task, Instant now) {
    var why = task.state() == TaskState.CANCELLED ? Superseded.CANCELLED : Superseded.MET;
    log.supersede(task.deadlineId(), TASKS, why, now);
  }
}
