package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.notice.NoticeDeadline;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code notice_deadline}. */
@Entity
@Table(name = "notice_deadline")
class NoticeDeadlineRow {

  @Id
  @Column(name = "deadline_id")
  String deadlineId;

  @Column(name = "notice_id", updatable = false)
  String noticeId;

  @Column(updatable = false)
  String rule;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column @Nullable String zone;

  @Column int revision;

  static NoticeDeadlineRow of(NoticeDeadline deadline) {
    var row = new NoticeDeadlineRow();
    row.deadlineId = deadline.deadlineId();
    row.noticeId = deadline.noticeId();
    row.rule = deadline.rule();
    row.dueAt = deadline.dueAt();
    row.zone = Zones.text(deadline.zone());
    row.revision = deadline.revision();
    return row;
  }

  NoticeDeadline deadline() {
    return new NoticeDeadline(deadlineId, noticeId, rule, dueAt, Zones.ofText(zone), revision);
  }
}
