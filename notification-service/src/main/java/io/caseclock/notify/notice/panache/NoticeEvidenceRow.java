package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.notice.evidence.EvidenceType;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A row of {@code notice_evidence}, which the database never lets change. */
@Entity
@Immutable
@Table(name = "notice_evidence")
class NoticeEvidenceRow {

  @Id String id;

  @Column(name = "notice_id")
  String noticeId;

  @Column int seq;
  @Column String name;

  @Column(name = "media_type")
  String mediaType;

  @Column long size;
  @Column String sha256;

  /** Up to ten megabytes, read only where the file itself is asked for. */
  @Basic(fetch = FetchType.LAZY)
  @Column
  byte[] content;

  @Embedded ActorColumns by = new ActorColumns();
  @Column Instant at;

  static NoticeEvidenceRow of(Evidence evidence, byte[] content) {
    var row = new NoticeEvidenceRow();
    row.id = evidence.id();
    row.noticeId = evidence.noticeId();
    row.seq = evidence.seq();
    row.name = evidence.name();
    row.mediaType = evidence.type().mediaType();
    row.size = evidence.size();
    row.sha256 = evidence.sha256();
    row.content = content;
    row.by = ActorColumns.of(evidence.by());
    row.at = evidence.at();
    return row;
  }

  Evidence evidence() {
    return new Evidence(
        id,
        noticeId,
        seq,
        name,
        EvidenceType.ofMediaType(mediaType).orElseThrow(),
        size,
        sha256,
        by.actor(),
        at);
  }

  Evidence.File file() {
    return new Evidence.File(evidence(), content);
  }
}
