package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.StoredDocument;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code notice_paper}, which the database never lets change: HTML or PDF. */
@Entity
@Immutable
@IdClass(NoticeDocumentRow.Key.class)
@Table(name = "notice_paper")
class NoticeDocumentRow {

  /** Finds one form of a notice. */
  record Key(String noticeId, String form) {}

  @Id
  @Column(name = "notice_id")
  String noticeId;

  @Id String form;
  @Column byte[] bytes;
  @Column String sha256;

  @Column(name = "made_at")
  Instant madeAt;

  StoredDocument document() {
    return new StoredDocument(bytes, sha256);
  }
}
