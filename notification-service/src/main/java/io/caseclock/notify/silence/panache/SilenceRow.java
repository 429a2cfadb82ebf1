package io.caseclock.notify.silence.panache;

import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silence.Covers;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code silence}; only this package knows it. */
@Entity
@Table(name = "silence")
class SilenceRow {

  @Id String id;
  @Column String unit;
  @Column @Nullable String kind;
  @Column @Nullable String severity;
  @Column @Nullable String list;
  @Column @Nullable String rule;

  @Column(name = "case_id")
  @Nullable String caseId;

  @Column String reason;
  @Column String author;

  @Column(name = "author_line")
  String[] authorLine;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "starts_at")
  Instant startsAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "approved_by")
  @Nullable String approvedBy;

  @Column(name = "approved_at")
  @Nullable Instant approvedAt;

  @Column(name = "ended_by")
  @Nullable String endedBy;

  @Column(name = "ended_at")
  @Nullable Instant endedAt;

  static SilenceRow of(Silence silence) {
    var row = new SilenceRow();
    row.id = silence.id();
    row.unit = silence.unit();
    row.kind = silence.covers().kind();
    row.severity = silence.covers().severity();
    row.list = silence.covers().list();
    row.rule = silence.covers().rule();
    row.caseId = silence.covers().caseId();
    row.reason = silence.reason();
    row.author = silence.author();
    row.authorLine = silence.authorLine().toArray(String[]::new);
    row.createdAt = silence.createdAt();
    row.startsAt = silence.from();
    row.endsAt = silence.until();
    row.decide(silence);
    return row;
  }

  /** Takes over who approved and who ended it; nothing else of a silence ever changes. */
  void decide(Silence silence) {
    approvedBy = silence.approvedBy();
    approvedAt = silence.approvedAt();
    endedBy = silence.endedBy();
    endedAt = silence.endedAt();
  }

  Silence silence() {
    return new Silence(
        id,
        unit,
        new Covers(kind, severity, list, rule, caseId),
        reason,
        author,
        List.of(authorLine),
        createdAt,
        startsAt,
        endsAt,
        approvedBy,
        approvedAt,
        endedBy,
        endedAt);
  }
}
