package io.caseclock.notify.notice.jdbc;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of {@code notice}; only this package knows it. The document is read by itself. */
@Entity
@Table(name = "notice")
public class NoticeRow {

  @Id String id;

  @Column(updatable = false)
  String unit;

  @Column(updatable = false)
  int year;

  @Column(updatable = false)
  int serial;

  @Column(updatable = false)
  String number;

  @Column(updatable = false)
  String kind;

  /** Null where the unit itself issues it. */
  @Column(name = "issuing_unit", updatable = false)
  @Nullable String issuingUnit;

  @Column @Nullable String officer;

  @Column(updatable = false)
  @Nullable String issuer;

  @Column(name = "lower_notice", updatable = false)
  @Nullable String lower;

  @Column String[] hands;

  @Column @Nullable String objector;

  @Column @Nullable String reviewer;

  @Column(name = "planned_on")
  @Nullable LocalDate plannedOn;

  @Column(name = "stood_before")
  @Nullable String before;

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

  @Column(name = "deadline_id", updatable = false)
  @Nullable String deadlineId;

  @Column(updatable = false)
  @Nullable Integer revision;

  @Column(name = "due_at", updatable = false)
  @Nullable Instant dueAt;

  @Column(name = "issued_at", updatable = false)
  Instant issuedAt;

  @Column String state;

  @Column @Nullable String rectifier;

  @Column int version;

  @Column(updatable = false)
  String sha256;
}
