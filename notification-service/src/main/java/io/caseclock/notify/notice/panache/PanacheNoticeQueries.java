package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeFault;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.RegisterQuery;
import io.caseclock.notify.notice.StepKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads tables {@code notice}, {@code notice_fault} and {@code notice_step} for people. */
@ApplicationScoped
public class PanacheNoticeQueries
    implements NoticeQueries, PanacheRepositoryBase<NoticeRow, String> {

  private static final String IN_SUBTREE = NoticeRow.isSeenFrom("root");
  private static final String OPEN =
      "from NoticeRow n where n.state not in ('closed', 'withdrawn') and " + IN_SUBTREE;
  private static final String BY_PRESSURE =
      """
       order by case n.severity when 'grave' then 0 when 'serious' then 1 else 2 end,
        n.dueAt nulls last, n.id
      """;
  private static final String COVERING =
      " and n.id in (select f.noticeId from NoticeFaultRow f where f.deadlineId = :deadline)";
  private static final String AFTER = " and (n.issuedAt < :at or n.issuedAt = :at and n.id < :id)";

  @Override
  public List<Notice> page(NoticeQuery query) {
    var text = new StringBuilder("from NoticeRow n where ").append(IN_SUBTREE);
    Map<String, Object> named = new HashMap<>(Map.of("root", query.root()));
    if (!query.states().isEmpty()) {
      text.append(" and n.state in :states");
      named.put("states", query.states());
    }
    query.unit().ifPresent(unit -> named.put("below", unit));
    query.unit().ifPresent(unit -> text.append(" and ").append(Subtree.holds("n.unit", "below")));
    query.deadlineId().ifPresent(deadline -> named.put("deadline", deadline));
    query.deadlineId().ifPresent(deadline -> text.append(COVERING));
    query
        .after()
        .ifPresent(after -> named.putAll(Map.of("at", after.issuedAt(), "id", after.id())));
    query.after().ifPresent(after -> text.append(AFTER));
    return find(text.append(" order by n.issuedAt desc, n.id desc").toString(), named)
        .page(Page.ofSize(query.limit()))
        .stream()
        .map(NoticeRow::notice)
        .toList();
  }

  @Override
  public List<Notice> register(RegisterQuery query) {
    return find(
            "from NoticeRow n where n.kind = :kind and coalesce(n.issuingUnit, n.unit) = :issuer"
                + " and n.year = :year and n.serial > :after order by n.serial",
            Map.of(
                "kind", query.kind().wire(),
                "issuer", query.issuer(),
                "year", query.year(),
                "after", query.after()))
        .page(Page.ofSize(query.limit()))
        .stream()
        .map(NoticeRow::notice)
        .toList();
  }

  @Override
  public Map<String, NoticeStep> withdrawals(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, NoticeStep> byNotice = new HashMap<>();
    getEntityManager()
        .createQuery(
            "from NoticeStepRow s where s.noticeId in :ids and s.kind = :withdrawn order by s.seq",
            NoticeStepRow.class)
        .setParameter("ids", ids)
        .setParameter("withdrawn", StepKind.WITHDRAWN.wire())
        .getResultStream()
        .map(NoticeStepRow::step)
        .forEach(step -> byNotice.put(step.noticeId(), step));
    return byNotice;
  }

  @Override
  public List<Notice> open(String rootUnit, int limit) {
    return find(OPEN + BY_PRESSURE, Map.of("root", rootUnit)).page(Page.ofSize(limit)).stream()
        .map(NoticeRow::notice)
        .toList();
  }

  @Override
  public long countOpen(String rootUnit) {
    return count(OPEN, Map.of("root", rootUnit));
  }

  @Override
  public Optional<Notice> findWithin(String id, String rootUnit) {
    return find(
            "from NoticeRow n where n.id = :id and " + IN_SUBTREE,
            Map.of("id", id, "root", rootUnit))
        .firstResultOptional()
        .map(NoticeRow::notice);
  }

  @Override
  public List<NoticeStep> steps(String id) {
    return rows("NoticeStepRow", NoticeStepRow.class, id).map(NoticeStepRow::step).toList();
  }

  @Override
  public List<NoticeFault> faults(String id) {
    return rows("NoticeFaultRow", NoticeFaultRow.class, id).map(NoticeFaultRow::fault).toList();
  }

  private <T> Stream<T> rows(String entity, Class<T> type, String noticeId) {
    return getEntityManager()
        .createQuery("from " + entity + " p where p.noticeId = :notice order by p.seq", type)
        .setParameter("notice", noticeId)
        .getResultStream();
  }

  @Override
  public List<Notice> ordersOn(String id) {
    return find("lower = ?1 order by issuedAt desc, id desc", id).stream()
        .map(NoticeRow::notice)
        .toList();
  }
}
