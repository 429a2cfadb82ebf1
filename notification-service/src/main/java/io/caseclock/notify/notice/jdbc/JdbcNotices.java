package io.caseclock.notify.notice.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.FrozenDocument;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeArchive;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Notices;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.CaseEventWire;
import java.util.List;
import java.util.Optional;

/** Tables {@code notice} and {@code notice_step}, and the outbox beside them. */
public final class JdbcNotices implements Notices, NoticeArchive {

  private static final String INSERT =
      """
      insert into notice (id, unit, year, serial, number, officer, case_id, subject, element, rule,
        name_zh, name_en, severity, deadline_id, revision, due_at, issued_at, state, rectifier,
        version, document, sha256)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String STEP = "insert into notice_step values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String STEPS =
      """
      select notice_id, seq, kind, at, by_name, by_officer, by_role, text
      from notice_step where notice_id = ? order by seq
      """;
  private static final String DOCUMENT =
      """
      select document, sha256 from notice n join unit u on u.id = n.unit
      where n.id = ? and starts_with(u.path, (select path from unit where id = ?))
      """;

  private final NoticeRows rows;
  private final Sql sql;
  private final CommittedCounter counter;

  public JdbcNotices(NoticeRows rows, Sql sql, CommittedCounter counter) {
    this.rows = rows;
    this.sql = sql;
    this.counter = counter;
  }

  @Override
  public boolean exists(String id) {
    return rows.count("id", id) > 0;
  }

  @Override
  public Optional<Notice> locked(String id) {
    return rows.locked(id).map(JdbcNotices::notice);
  }

  @Override
  public Optional<Notice> lockedWithin(String id, String rootUnit) {
    return rows.lockedWithin(id, rootUnit).map(JdbcNotices::notice);
  }

  @Override
  public Optional<Notice> openOf(String deadlineId) {
    return rows.openOf(deadlineId).map(JdbcNotices::notice);
  }

  @Override
  public void add(Notice notice, Fault fault) {
    var document = NoticeDocument.freeze(notice, fault);
    sql.update(
        INSERT,
        notice.id(),
        notice.unit(),
        notice.serial().year(),
        notice.serial().serial(),
        notice.number(),
        notice.officer(),
        notice.caseId(),
        notice.subject(),
        notice.element(),
        notice.rule(),
        notice.names().zh(),
        notice.names().en(),
        notice.severity(),
        notice.deadlineId(),
        notice.revision(),
        notice.dueAt(),
        notice.issuedAt(),
        notice.state().wire(),
        notice.state().reportedBy(),
        notice.version(),
        document.bytes(),
        document.sha256());
  }

  /** The row's lock, taken by the update, keeps the steps of a notice in order in the outbox. */
  @Override
  public void record(Notice after, NoticeStep step) {
    var row = rows.locked(after.id()).orElseThrow();
    row.state = after.state().wire();
    row.rectifier = after.state().reportedBy();
    row.version = after.version();
    rows.flush();
    sql.update(
        STEP,
        step.noticeId(),
        step.seq(),
        step.kind().wire(),
        step.at(),
        step.by().name(),
        step.by().officer(),
        step.by().role(),
        step.text());
    var event =
        OutboxRecord.of(Topics.NOTICE_EVENTS, CaseEventWire.write(NoticeEvents.of(after, step)));
    sql.with(
        connection -> {
          Outbox.append(connection, List.of(event), step.at());
          return 1;
        });
    counter.count("caseclock.notice.steps", "step", step.kind().wire(), 1);
  }

  @Override
  public List<Notice> page(NoticeQuery query) {
    return rows.page(query).stream().map(JdbcNotices::notice).toList();
  }

  @Override
  public List<Notice> open(String rootUnit, int limit) {
    return rows.open(rootUnit, limit).stream().map(JdbcNotices::notice).toList();
  }

  @Override
  public long countOpen(String rootUnit) {
    return rows.countOpen(rootUnit);
  }

  @Override
  public Optional<Notice> find(String id, String rootUnit) {
    return rows.within(id, rootUnit).map(JdbcNotices::notice);
  }

  @Override
  public Optional<FrozenDocument> document(String id, String rootUnit) {
    return sql
        .query(DOCUMENT, row -> new FrozenDocument(row.getBytes(1), row.getString(2)), id, rootUnit)
        .stream()
        .findFirst();
  }

  @Override
  public List<NoticeStep> steps(String id) {
    return sql.query(STEPS, StepRows::step, id);
  }

  private static Notice notice(NoticeRow row) {
    return new Notice(
        row.id,
        new NoticeNumber(row.unit, row.year, row.serial),
        row.number,
        row.officer,
        row.caseId,
        row.subject,
        row.element,
        row.rule,
        new Names(row.nameZh, row.nameEn),
        row.severity,
        row.deadlineId,
        row.revision,
        row.dueAt,
        row.issuedAt,
        NoticeState.of(row.state, row.rectifier),
        row.version);
  }
}
