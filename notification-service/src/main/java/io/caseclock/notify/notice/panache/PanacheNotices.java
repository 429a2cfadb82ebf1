package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.CaseEventsOut;
import io.caseclock.notify.jdbc.CommittedCounter;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables {@code notice}, {@code notice_fault} and {@code notice_step}, the counters of their
 * numbers, and the outbox beside them.
 */
@ApplicationScoped
public class PanacheNotices implements Notices, PanacheRepositoryBase<NoticeRow, String> {

  private static final String UNFINISHED = "n.state not in ('closed', 'withdrawn')";

  private static final String LAST_STEP =
      """
      from NoticeStepRow s where s.noticeId = :notice
      order by case s.by.role when 'system' then 1 else 0 end, s.seq desc
      """;

  private final CaseEventsOut out;
  private final CommittedCounter counter;

  @Inject
  PanacheNotices(CaseEventsOut out, CommittedCounter counter) {
    this.out = out;
    this.counter = counter;
  }

  @Override
  public void lockIssuing(String unit) {
    getEntityManager()
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended('notices of ' || :unit, 0))")
        .setParameter("unit", unit)
        .getSingleResult();
  }

  /** The row of the counter stays locked until the caller's transaction ends. */
  @Override
  public NoticeNumber nextNumber(NoticeKind kind, String unit, int year) {
    var serial =
        getEntityManager()
            .createNativeQuery(
                """
                insert into %1$s (unit, year, last) values (:unit, :year, 1)
                on conflict (unit, year) do update set last = %1$s.last + 1
                returning last
                """
                    .formatted(counterOf(kind)))
            .setParameter("unit", unit)
            .setParameter("year", year)
            .getSingleResult();
    return new NoticeNumber(unit, year, ((Number) serial).intValue());
  }

  private static String counterOf(NoticeKind kind) {
    return switch (kind) {
      case NOTICE -> "notice_counter";
      case SUPERVISION_ORDER -> "supervision_order_counter";
    };
  }

  @Override
  public boolean exists(String id) {
    return count("id", id) > 0;
  }

  @Override
  public boolean isOpen(String id) {
    return count("from NoticeRow n where n.id = ?1 and " + UNFINISHED, id) > 0;
  }

  @Override
  public Optional<Notice> locked(String id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(NoticeRow::notice);
  }

  @Override
  public Optional<Notice> lockedWithin(String id, String rootUnit) {
    return find(
            "from NoticeRow n where n.id = :id and " + NoticeRow.isSeenFrom("root"),
            Map.of("id", id, "root", rootUnit))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(NoticeRow::notice);
  }

  @Override
  public Optional<Notice> openOf(String deadlineId) {
    return faultRows("f.deadlineId = :deadline and f.open")
        .setParameter("deadline", deadlineId)
        .getResultStream()
        .findFirst()
        .flatMap(fault -> locked(fault.noticeId));
  }

  @Override
  public Optional<Notice> openOfFinding(String unit, String caseId, String provision, String text) {
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
    return find(
            "from NoticeRow n where n.lower = ?1 and " + UNFINISHED + " order by n.id", noticeId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .stream()
        .map(NoticeRow::notice)
        .toList();
  }

  @Override
  public void add(Notice notice, List<Fault> covered, StoredDocument json) {
    persistAndFlush(NoticeRow.of(notice, json));
    for (var i = 0; i < covered.size(); i++) {
      getEntityManager().persist(NoticeFaultRow.of(notice.id(), i + 1, covered.get(i)));
    }
    flush();
  }

  @Override
  public void change(Notice after) {
    findById(after.id()).write(after);
  }

  /** The row's lock, taken by the update, keeps the steps of a notice in order in the outbox. */
  @Override
  public void record(Notice after, NoticeStep step) {
    change(after);
    if (after.state().isFinished()) {
      openFaults(after.id()).forEach(NoticeFaultRow::close);
    }
    getEntityManager().persist(NoticeStepRow.of(step));
    flush();
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
    return getEntityManager()
        .createQuery(
            "from NoticeFaultRow f where " + condition + " order by f.seq", NoticeFaultRow.class);
  }

  @Override
  public Optional<NoticeStep> lastStep(String noticeId) {
    return getEntityManager()
        .createQuery(LAST_STEP, NoticeStepRow.class)
        .setParameter("notice", noticeId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(NoticeStepRow::step);
  }
}
