package io.caseclock.notify.notice.panache;

import io.caseclock.batch.BatchCache;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.CaseEventsOut;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.Notices;
import io.caseclock.notify.notice.StoredDocument;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tables {@code notice}, {@code notice_fault} and {@code notice_step}, and the outbox beside them.
 */
@ApplicationScoped
public class PanacheNotices implements Notices, PanacheRepositoryBase<NoticeRow, String> {

  private static final String UNFINISHED = "n.state not in ('closed', 'withdrawn')";

  private static final String LAST_STEP =
      """
      from NoticeStepRow s where s.noticeId = :notice
      order by case s.by.role when 'system' then 1 else 0 end, s.seq desc
      """;

  private static final List<Object> FORESEEN = List.of("foreseen notices");
  private static final List<Object> PENDING = List.of("notices to write");

  private final CaseEventsOut out;
  private final CommittedCounter counter;
  private final NoticeNumbers numbers;
  private final Sql sql;
  private final BatchCache batch;
  private final HiddenCases hidden;

  @Inject
  PanacheNotices(
      CaseEventsOut out, CommittedCounter counter, Sql sql, BatchCache batch, HiddenCases hidden) {
    this.out = out;
    this.hidden = hidden;
    this.counter = counter;
    this.sql = sql;
    this.numbers = new NoticeNumbers(sql, batch);
    this.batch = batch;
  }

  /** What is not there, as far as somebody has looked. */
  private record Foreseen(Set<String> ids, Set<String> deadlines) {
    static Foreseen nothing() {
      return new Foreseen(new HashSet<>(), new HashSet<>());
    }
  }

  private Foreseen foreseen() {
    return batch.remembered(FORESEEN, Foreseen::nothing);
  }

  private NewNotices pending() {
    return batch.gathered(PENDING, () -> new NewNotices(sql), this::write);
  }

  /** Rows that were there before are written first. */
  private void write(NewNotices pending) {
    flush();
    pending.write();
  }

  /** Before something is asked that what is pending could change. */
  private void written() {
    if (batch.isRunning()) {
      write(pending());
    }
  }

  @Override
  public void lockIssuing(Collection<String> units) {
    numbers.lock(units);
  }

  @Override
  public void foresee(Collection<String> ids, Collection<String> deadlineIds) {
    if (!batch.isRunning()) {
      return;
    }
    written();
    var there = among("select id from notice where id = any (?)", ids);
    var open =
        among(
            "select deadline_id from notice_fault where deadline_id = any (?) and open",
            deadlineIds);
    foreseen().ids().addAll(ids);
    there.forEach(foreseen().ids()::remove);
    foreseen().deadlines().addAll(deadlineIds);
    open.forEach(foreseen().deadlines()::remove);
  }

  private List<String> among(String question, Collection<String> ids) {
    return ids.isEmpty() ? List.of() : sql.query(question, row -> row.getString(1), ids);
  }

  @Override
  public NoticeNumber nextNumber(NoticeKind kind, String unit, int year) {
    return numbers.next(kind, unit, year);
  }

  @Override
  public boolean exists(String id) {
    if (foreseen().ids().contains(id)) {
      return false;
    }
    written();
    return count("id", id) > 0;
  }

  @Override
  public boolean isOpen(String id) {
    written();
    return count("from NoticeRow n where n.id = ?1 and " + UNFINISHED, id) > 0;
  }

  @Override
  public Optional<Notice> locked(String id) {
    written();
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(NoticeRow::notice);
  }

  @Override
  public Optional<Notice> lockedWithin(String id, String rootUnit) {
    written();
    var seen = SeenNotices.from(rootUnit, hidden.now()).with("id", id);
    return find("from NoticeRow n where n.id = :id and " + seen.where(), seen.parameters())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(NoticeRow::notice);
  }

  @Override
  public Optional<Notice> openOf(String deadlineId) {
    if (foreseen().deadlines().contains(deadlineId)) {
      return Optional.empty();
    }
    return faultRows("f.deadlineId = :deadline and f.open")
        .setParameter("deadline", deadlineId)
        .getResultStream()
        .findFirst()
        .flatMap(fault -> locked(fault.noticeId));
  }

  @Override
  public Optional<Notice> openOfFinding(String unit, String caseId, String provision, String text) {
    written();
    return find(
            """
            select n from NoticeRow n, NoticeFaultRow f where f.noticeId = n.id and f.open
              and f.deadlineId is null and n.kind = 'notice' and n.unit = ?1
              and f.caseId = ?2 and f.rule = ?3 and f.nameZh = ?4
            order by n.issuedAt
            """,
            unit,
            caseId,
            provision,
            text)
        .firstResultOptional()
        .flatMap(row -> locked(row.id));
  }

  @Override
  public List<Notice> openOrdersOn(String noticeId) {
    written();
    return find(
            "from NoticeRow n where n.lower = ?1 and " + UNFINISHED + " order by n.id", noticeId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .stream()
        .map(NoticeRow::notice)
        .toList();
  }

  @Override
  public void add(Notice notice, List<Fault> covered, StoredDocument json) {
    var row = NoticeRow.of(notice, json);
    List<NoticeFaultRow> faults = new ArrayList<>();
    for (var fault : covered) {
      faults.add(NoticeFaultRow.of(notice.id(), faults.size() + 1, fault));
    }
    if (batch.isRunning()) {
      pending().add(row, faults);
      foreseen().ids().remove(notice.id());
      faults.forEach(fault -> foreseen().deadlines().remove(fault.deadlineId));
    } else {
      persist(row);
      flush();
      faults.forEach(getEntityManager()::persist);
      flush();
    }
  }

  @Override
  public void change(Notice after) {
    if (!batch.isRunning() || !pending().change(after)) {
      findById(after.id()).write(after);
    }
  }

  /**
   * The row's lock, taken by the update or before it, keeps the steps of a notice in order in the
   * outbox.
   */
  @Override
  public void record(Notice after, NoticeStep step) {
    change(after);
    if (after.state().isFinished()) {
      openFaults(after.id()).forEach(NoticeFaultRow::close);
    }
    if (batch.isRunning()) {
      pending().step(NoticeStepRow.of(step));
    } else {
      getEntityManager().persist(NoticeStepRow.of(step));
      flush();
    }
    out.append(List.of(NoticeEvents.of(after, step)), step.at());
    counter.count("caseclock.notice.steps", "step", step.kind().wire(), 1);
  }

  @Override
  public int dropFault(String noticeId, String deadlineId, Instant at) {
    var open = openFaults(noticeId);
    var wrong = open.stream().filter(fault -> fault.isOf(deadlineId)).toList();
    wrong.forEach(fault -> fault.drop(at));
    return open.size() - wrong.size();
  }

  @Override
  public List<String> openDeadlines(String noticeId) {
    return openFaults(noticeId).stream()
        .flatMap(fault -> Optional.ofNullable(fault.deadlineId).stream())
        .toList();
  }

  private List<NoticeFaultRow> openFaults(String noticeId) {
    return faultRows("f.noticeId = :notice and f.open")
        .setParameter("notice", noticeId)
        .getResultList();
  }

  private TypedQuery<NoticeFaultRow> faultRows(String condition) {
    written();
    return getEntityManager()
        .createQuery(
            "from NoticeFaultRow f where " + condition + " order by f.seq", NoticeFaultRow.class);
  }

  @Override
  public Optional<NoticeStep> lastStep(String noticeId) {
    written();
    return getEntityManager()
        .createQuery(LAST_STEP, NoticeStepRow.class)
        .setParameter("notice", noticeId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(NoticeStepRow::step);
  }
}
