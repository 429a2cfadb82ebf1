package io.caseclock.notify.delivery.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.notify.delivery.FiledMessage;
import io.caseclock.notify.delivery.InboxMessage;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.Recipient;
import io.caseclock.notify.delivery.Superseded;
import io.caseclock.notify.delivery.TellReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code inbox_message}; inserted by JDBC, read and marked here. */
@Entity
@Table(name = "inbox_message")
public class InboxMessageRow {

  @Id String id;

  @Column(insertable = false, updatable = false)
  long seq;

  @Column(name = "letter_id", updatable = false)
  String letterId;

  @Column(updatable = false)
  String person;

  @Column(name = "person_unit", updatable = false)
  String personUnit;

  @Column(updatable = false)
  String why;

  @Column(updatable = false)
  String kind;

  @Column(updatable = false)
  String unit;

  @Column(name = "deadline_id", updatable = false)
  @Nullable String deadlineId;

  @Column(name = "notice_id", updatable = false)
  @Nullable String noticeId;

  @Column(name = "case_id", updatable = false)
  String caseId;

  @Column(updatable = false)
  String subject;

  @Column(name = "title_zh", updatable = false)
  String titleZh;

  @Column(name = "title_en", updatable = false)
  String titleEn;

  @Column(name = "text_zh", updatable = false)
  String textZh;

  @Column(name = "text_en", updatable = false)
  String textEn;

  @Column(updatable = false)
  String severity;

  @Column(updatable = false)
  @Nullable String stage;

  @Column(name = "due_at", updatable = false)
  @Nullable Instant dueAt;

  @Column(name = "created_at", updatable = false)
  Instant createdAt;

  @Column(name = "read_at")
  @Nullable Instant readAt;

  @Column(name = "superseded_at", updatable = false)
  @Nullable Instant supersededAt;

  @Column(name = "superseded_reason", updatable = false)
  @Nullable String supersededReason;

  FiledMessage filed() {
    return new FiledMessage(seq, message());
  }

  InboxMessage message() {
    return new InboxMessage(
        new Letter(
            letterId,
            MessageKind.ofWire(kind),
            unit,
            deadlineId,
            noticeId,
            caseId,
            subject,
            new Names(titleZh, titleEn),
            new Names(textZh, textEn),
            severity,
            stage,
            dueAt),
        new Recipient(person, personUnit, TellReason.ofWire(why)),
        createdAt,
        readAt,
        supersededAt,
        supersededReason == null ? null : Superseded.ofWire(supersededReason));
  }
}
