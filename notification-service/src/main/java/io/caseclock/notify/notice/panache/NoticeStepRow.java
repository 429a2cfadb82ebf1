package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.wire.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code notice_step}, which the database never lets change. */
@Entity
@Immutable
@IdClass(NoticePartKey.class)
@Table(name = "notice_step")
class NoticeStepRow {

  @Id
  @Column(name = "notice_id")
  String noticeId;

  @Id int seq;
  @Column String kind;
  @Column Instant at;
  @Embedded ActorColumns by = new ActorColumns();
  @Column String text;
  @Column String data;

  static NoticeStepRow of(NoticeStep step) {
    var row = new NoticeStepRow();
    row.noticeId = step.noticeId();
    row.seq = step.seq();
    row.kind = step.kind().wire();
    row.at = step.at();
    row.by = ActorColumns.of(step.by());
    row.text = step.text();
    row.data = Json.text(step.data());
    return row;
  }

  NoticeStep step() {
    return new NoticeStep(
        noticeId,
        seq,
        StepKind.ofWire(kind),
        at,
        by.actor(),
        text,
        Json.object(data.getBytes(StandardCharsets.UTF_8)));
  }
}
