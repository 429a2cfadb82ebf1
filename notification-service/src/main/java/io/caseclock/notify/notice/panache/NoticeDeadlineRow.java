package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.notice.NoticeDeadline;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code notice_deadline}. */
@Entity
@Immutable
@Table(name = "notice_deadline")
class NoticeDeadlineRow {

  @Id
  @Column(name = "deadline_id")
  String deadlineId;

  @Column(name = "notice_id")
  String noticeId;

  @Column String rule;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  @Column @Nullable String zone;

  @Column int revision;

  NoticeDeadline deadline() {
    return new NoticeDeadline(deadlineId, noticeId, rule, dueAt, Zones.ofText(zone), revision);
  }
}
