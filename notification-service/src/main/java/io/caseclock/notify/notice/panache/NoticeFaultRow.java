package io.caseclock.notify.notice.panache;

import io.caseclock.contract.Names;
import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.NoticeFault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code notice_fault}: open while it holds and its notice is not finished. */
@Entity
@IdClass(NoticePartKey.class)
@Table(name = "notice_fault")
class NoticeFaultRow {

  @Id
  @Column(name = "notice_id")
  String noticeId;

  @Id int seq;

  @Column(name = "deadline_id", updatable = false)
  @Nullable String deadlineId;

  @Column(updatable = false)
  @Nullable Integer revision;

  @Column(name = "case_id", updatable = false)
  String caseId;

  @Column(updatable = false)
  String subject;

  @Column(updatable = false)
  String element;

  @Column(updatable = false)
  String rule;

  @Column(name = "name_zh", updatable = false)
  String nameZh;

  @Column(name = "name_en", updatable = false)
  String nameEn;

  @Column(updatable = false)
  String severity;

  @Column(name = "due_at", updatable = false)
  @Nullable Instant dueAt;

  @Column(updatable = false)
  @Nullable String zone;

  @Column(name = "dropped_at")
  @Nullable Instant droppedAt;

  @Column boolean open;

  static NoticeFaultRow of(String noticeId, int seq, Fault fault) {
    var deadline = fault.deadline();
    var row = new NoticeFaultRow();
    row.noticeId = noticeId;
    row.seq = seq;
    row.deadlineId = fault.deadlineId();
    row.revision = deadline == null ? null : deadline.revision();
    row.caseId = fault.caseId();
    row.subject = fault.subject();
    row.element = fault.element();
    row.rule = fault.rule();
    row.nameZh = fault.names().zh();
    row.nameEn = fault.names().en();
    row.severity = fault.severity();
    row.dueAt = fault.dueAt();
    row.zone = Zones.text(fault.zone());
    row.open = true;
    return row;
  }

  NoticeFault fault() {
    return new NoticeFault(
        seq,
        deadlineId,
        caseId,
        subject,
        rule,
        new Names(nameZh, nameEn),
        severity,
        dueAt,
        Zones.ofText(zone),
        droppedAt);
  }

  boolean isOf(String deadline) {
    return deadline.equals(deadlineId);
  }

  void drop(Instant at) {
    droppedAt = at;
    open = false;
  }

  void close() {
    open = false;
  }
}
