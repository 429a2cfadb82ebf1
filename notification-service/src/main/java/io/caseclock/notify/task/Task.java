package io.caseclock.notify.task;

import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.Subject;
import io.caseclock.pack.TaskKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is to do about a deadline.
 *
 * @param id deterministic: a deadline has one task of a kind
 * @param kind as the pack had it when the task opened, so that a question keeps its wording
 * @param unit the unit of the deadline
 * @param officer the responsible officer, who must not do it; null where none is named
 * @param subject what the deadline, and the event of the answers, is about
 * @param dueAt first instant at which it is late; null while the period does not run
 * @param zone of the pack whose deadline it is; null where none was told
 * @param seq number of its newest history line
 * @param endedAt null while it is open
 */
public record Task(
    String id,
    TaskKind kind,
    String deadlineId,
    String unit,
    @Nullable String officer,
    String caseId,
    Subject subject,
    String element,
    Instant openedAt,
    @Nullable Instant dueAt,
    @Nullable ZoneId zone,
    TaskState state,
    int seq,
    @Nullable Instant endedAt) {

  /** A task that opens now; it has no history yet. */
  static Task opening(TaskKind kind, DeadlineSnapshot deadline, Instant now) {
    return new Task(
        idOf(deadline.deadlineId(), kind),
        kind,
        deadline.deadlineId(),
        deadline.unit(),
        deadline.officer(),
        deadline.caseId(),
        deadline.subject(),
        deadline.element(),
        now,
        deadline.dueAt(),
        deadline.zone(),
        TaskState.OPEN,
        0,
        null);
  }

  private static String idOf(String deadlineId, TaskKind kind) {
    var name = deadlineId + "/" + kind.id();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Open, and its due instant is reached or past. */
  public boolean isLate(Instant now) {
    return state.isOpen() && dueAt != null && !now.isBefore(dueAt);
  }

  /** The same task after a line of its history. */
  Task after(TaskEntry entry, TaskState next) {
    return new Task(
        id,
        kind,
        deadlineId,
        unit,
        officer,
        caseId,
        subject,
        element,
        openedAt,
        dueAt,
        zone,
        next,
        entry.seq(),
        next.isOpen() ? null : entry.at());
  }

  /** The same task with the unit, the officer and the due instant that its deadline has now. */
  Task following(DeadlineSnapshot deadline) {
    return new Task(
        id,
        kind,
        deadlineId,
        deadline.unit(),
        deadline.officer(),
        caseId,
        subject,
        element,
        openedAt,
        deadline.dueAt(),
        deadline.zone(),
        state,
        seq,
        endedAt);
  }
}
