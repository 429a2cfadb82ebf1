package io.caseclock.notify.notice.panache;

import io.caseclock.contract.Names;
import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.NoticeState.Memory;
import io.caseclock.notify.notice.StoredDocument;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code notice}. */
@Entity
@Table(name = "notice")
class NoticeRow {

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

  @Column(updatable = false)
  @Nullable String zone;

  @Column(name = "issued_at", updatable = false)
  Instant issuedAt;

  @Column String state;

  @Column @Nullable String rectifier;

  @Column int version;

  @Column(updatable = false)
  String sha256;

  /** The JSON as it was issued, read only where it is asked for. */
  @Basic(fetch = FetchType.LAZY)
  @Column(updatable = false)
  byte[] document;

  /** A condition of HQL: it was issued to or by a unit of the subtree of the parameter's unit. */
  static String isSeenFrom(String root) {
    return "("
        + Subtree.holds("n.unit", root)
        + " or "
        + Subtree.holds("n.issuingUnit", root)
        + ")";
  }

  static NoticeRow of(Notice notice, StoredDocument json) {
    var row = new NoticeRow();
    var issuing = notice.serial().unit();
    row.id = notice.id();
    row.unit = notice.unit();
    row.year = notice.serial().year();
    row.serial = notice.serial().serial();
    row.number = notice.number();
    row.kind = notice.kind().wire();
    row.issuingUnit = issuing.equals(notice.unit()) ? null : issuing;
    row.issuer = notice.issuer();
    row.lower = notice.lower();
    row.caseId = notice.caseId();
    row.subject = notice.subject();
    row.element = notice.element();
    row.rule = notice.rule();
    row.nameZh = notice.names().zh();
    row.nameEn = notice.names().en();
    row.severity = notice.severity();
    row.deadlineId = notice.deadlineId();
    row.revision = notice.revision();
    row.dueAt = notice.dueAt();
    row.zone = Zones.text(notice.zone());
    row.issuedAt = notice.issuedAt();
    row.document = json.bytes();
    row.sha256 = json.sha256();
    row.write(notice);
    return row;
  }

  /** Takes over everything that may change after the issue. */
  void write(Notice after) {
    var memory = after.state().memory();
    state = after.state().wire();
    rectifier = memory.rectifier();
    reviewer = memory.reviewer();
    plannedOn = memory.plannedOn();
    before = memory.before();
    officer = after.officer();
    objector = after.objector();
    hands = after.contributors().stream().sorted().toArray(String[]::new);
    version = after.version();
  }

  Notice notice() {
    return new Notice(
        id,
        NoticeKind.ofWire(kind),
        new NoticeNumber(issuingUnit == null ? unit : issuingUnit, year, serial),
        number,
        unit,
        officer,
        caseId,
        subject,
        element,
        rule,
        new Names(nameZh, nameEn),
        severity,
        deadlineId,
        revision,
        dueAt,
        Zones.ofText(zone),
        issuedAt,
        issuer,
        lower,
        Set.of(hands),
        objector,
        NoticeState.of(state, new Memory(rectifier, reviewer, plannedOn, before)),
        version);
  }

  StoredDocument json() {
    return new StoredDocument(document, sha256);
  }
}
