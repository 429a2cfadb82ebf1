package io.caseclock.notify.notice;

import io.caseclock.contract.DeadlineSnapshot;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * An own deadline of a notice that is still open, such as the one for signing.
 *
 * @param dueAt first instant at which it is late; null while it does not run
 * @param zone in which the due instant is meant; null where none was told
 * @param revision of the deadline, which rises with each change
 */
public record NoticeDeadline(
    String deadlineId,
    String noticeId,
    String rule,
    @Nullable Instant dueAt,
    @Nullable ZoneId zone,
    int revision) {

  static NoticeDeadline of(DeadlineSnapshot told) {
    return new NoticeDeadline(
        told.deadlineId(),
        told.subject().id(),
        told.rule(),
        told.dueAt(),
        told.zone(),
        told.revision());
  }

  /** It was due, and is not done. */
  public boolean isLate(Instant now) {
    return dueAt != null && !now.isBefore(dueAt);
  }
}
