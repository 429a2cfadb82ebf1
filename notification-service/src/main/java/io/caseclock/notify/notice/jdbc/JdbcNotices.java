package io.caseclock.notify.notice.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.CaseEventsOut;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.IssuedDocuments;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeFault;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.StoredDocument;
import io.caseclock.notify.notice.document.DocumentForm;
import io.caseclock.notify.notice.document.DocumentStore;
import io.caseclock.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tables {@code notice}, {@code notice_fault} and {@code notice_step}, and the outbox beside them.
 */
public final class JdbcNotices implements Notices, NoticeQueries, DocumentStore {

  private static final String INSERT =
      """
      insert into notice (id, unit, year, serial, number, officer, case_id, subject, element, rule,
        name_zh, name_en, severity, deadline_id, revision, due_at, issued_at, state, version,
        document, sha256, kind, issuing_unit, issuer, lower_notice)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String STEP = "insert into notice_step values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String STEPS =
      """
      select notice_id, seq, kind, at, by_name, by_officer, by_role, text, data
      from notice_step where notice_id = ? order by seq
      """;
  private static final String LAST_STEP =
      """
      select notice_id, seq, kind, at, by_name, by_officer, by_role, text, data
      from notice_step where notice_id = ? order by by_role = 'system', seq desc limit 1
      """;
  private static final String DOCUMENT =
      """
      select document, sha256 from notice n join unit u on u.id = n.unit
      where n.id = ? and starts_with(u.path, (select path from unit where id = ?))
      """;
  private static final String PAPER =
      """
      select p.bytes, p.sha256
      from notice_paper p join notice n on n.id = p.notice_id join unit u on u.id = n.unit
      where n.id = ? and p.form = ? and starts_with(u.path, (select path from unit where id = ?))
      """;
  private static final String OPEN_OF_FINDING =
      """
      select f.notice_id from notice_fault f join notice n on n.id = f.notice_id
      where f.open and f.deadline_id is null and n.kind = 'notice' and n.unit = ?
        and f.case_id = ? and f.rule = ? and f.name_zh = ?
      order by n.issued_at limit 1
      """;

  private final NoticeRows rows;
  private final NoticeFaultRows faults;
  private final Sql sql;
  private final CommittedCounter counter;
  private final CaseEventsOut out;

  public JdbcNotices(NoticeRows rows, Sql sql, CommittedCounter counter) {
    this.rows = rows;
    this.faults = new NoticeFaultRows(sql);
    this.sql = sql;
    this.counter = counter;
    this.out = new CaseEventsOut(sql);
  }

  @Override
  public void queueFor(String unit) {
    sql.query(
        "select pg_advisory_xact_lock(hashtextextended('notices of ' || ?, 0))", row -> true, unit);
  }

  @Override
  public boolean exists(String id) {
    return rows.count("id", id) > 0;
  }

  @Override
  public boolean isOpen(String id) {
    return rows.count("id = ?1 and state not in ('closed', 'withdrawn')", id) > 0;
  }

  @Override
  public Optional<Notice> locked(String id) {
    return rows.locked(id).map(NoticeMapping::notice);
  }

  @Override
  public Optional<Notice> lockedWithin(String id, String rootUnit) {
    return rows.lockedWithin(id, rootUnit).map(NoticeMapping::notice);
  }

  @Override
  public Optional<Notice> openOf(String deadlineId) {
    return faults.openOf(deadlineId).flatMap(this::locked);
  }

  @Override
  public Optional<Notice> openOfFinding(String unit, String caseId, String provision, String text) {
    return sql
        .query(OPEN_OF_FINDING, row -> row.getString(1), unit, caseId, provision, text)
        .stream()
        .findFirst()
        .flatMap(this::locked);
  }

  @Override
  public List<Notice> openOrdersOn(String noticeId) {
    return rows.openOrdersOn(noticeId).stream().map(NoticeMapping::notice).toList();
  }

  @Override
  public void add(Notice notice, List<Fault> covered, IssuedDocuments papers) {
    var issuing = notice.serial().unit();
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
        notice.version(),
        papers.json().bytes(),
        papers.json().sha256(),
        notice.kind().wire(),
        issuing.equals(notice.unit()) ? null : issuing,
        notice.issuer(),
        notice.lower());
    faults.add(notice.id(), covered);
    PaperRows.add(sql, notice.id(), DocumentForm.HTML, papers.html(), notice.issuedAt());
  }

  /** The row's lock, taken by the update, keeps the steps of a notice in order in the outbox. */
  @Override
  public void record(Notice after, NoticeStep step) {
    NoticeMapping.write(after, rows.locked(after.id()).orElseThrow());
    rows.flush();
    if (after.state().isFinished()) {
      faults.close(after.id());
    }
    sql.update(
        STEP,
        step.noticeId(),
        step.seq(),
        step.kind().wire(),
        step.at(),
        step.by().name(),
        step.by().officer(),
        step.by().role(),
        step.text(),
        Json.text(step.data()));
    out.append(List.of(NoticeEvents.of(after, step)), step.at());
    counter.count("caseclock.notice.steps", "step", step.kind().wire(), 1);
  }

  @Override
  public int dropFault(String noticeId, String deadlineId, Instant at) {
    return faults.drop(noticeId, deadlineId, at);
  }

  @Override
  public Optional<NoticeStep> lastStep(String noticeId) {
    return sql.query(LAST_STEP, StepRows::step, noticeId).stream().findFirst();
  }

  @Override
  public List<Notice> page(NoticeQuery query) {
    return rows.page(query).stream().map(NoticeMapping::notice).toList();
  }

  @Override
  public List<Notice> open(String rootUnit, int limit) {
    return rows.open(rootUnit, limit).stream().map(NoticeMapping::notice).toList();
  }

  @Override
  public long countOpen(String rootUnit) {
    return rows.countOpen(rootUnit);
  }

  @Override
  public Optional<Notice> find(String id, String rootUnit) {
    return rows.within(id, rootUnit).map(NoticeMapping::notice);
  }

  @Override
  public Optional<StoredDocument> document(String id, String rootUnit) {
    return sql
        .query(DOCUMENT, row -> new StoredDocument(row.getBytes(1), row.getString(2)), id, rootUnit)
        .stream()
        .findFirst();
  }

  @Override
  public Optional<StoredDocument> paper(String id, DocumentForm form, String rootUnit) {
    return sql
        .query(
            PAPER,
            row -> new StoredDocument(row.getBytes(1), row.getString(2)),
            id,
            form.wire(),
            rootUnit)
        .stream()
        .findFirst();
  }

  @Override
  public void keep(String noticeId, DocumentForm form, StoredDocument paper, Instant at) {
    PaperRows.add(sql, noticeId, form, paper, at);
  }

  @Override
  public List<NoticeStep> steps(String id) {
    return sql.query(STEPS, StepRows::step, id);
  }

  @Override
  public List<NoticeFault> faults(String id) {
    return faults.of(id);
  }

  @Override
  public List<Notice> ordersOn(String id) {
    return rows.ordersOn(id).stream().map(NoticeMapping::notice).toList();
  }
}
