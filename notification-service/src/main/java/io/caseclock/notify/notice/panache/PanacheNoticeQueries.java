package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.caseclock.notify.notice.NoticeFault;
import io.caseclock.notify.notice.NoticeFilter;
import io.caseclock.notify.notice.NoticeOrder;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeQuery.Cursor;
import io.caseclock.notify.notice.NoticeStage;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.RegisterQuery;
import io.caseclock.notify.notice.StepKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tables {@code notice}, {@code notice_fault} and {@code notice_step} for people. */
@ApplicationScoped
public class PanacheNoticeQueries
    implements NoticeQueries, PanacheRepositoryBase<NoticeRow, String> {

  private static final String IN_SUBTREE = NoticeRow.isSeenFrom("root");
  private static final String OPEN =
      "from NoticeRow n where n.state not in ('closed', 'withdrawn') and ";
  private static final String BY_PRESSURE =
      """
       order by case n.severity when 'grave' then 0 when 'serious' then 1 else 2 end,
        n.dueAt nulls last, n.id
      """;
  private static final String ISSUERS =
      "select distinct coalesce(n.issuingUnit, n.unit) from NoticeRow n where " + IN_SUBTREE;

  private final NoticeDeadlines deadlines;
  private final HiddenCases hidden;

  @Inject
  PanacheNoticeQueries(NoticeDeadlines deadlines, HiddenCases hidden) {
    this.deadlines = deadlines;
    this.hidden = hidden;
  }

  @Override
  public List<Notice> page(NoticeQuery query) {
    var page = NoticePage.of(query, hidden.now());
    return find("from NoticeRow n where " + page.where(), page.parameters())
        .page(Page.ofSize(query.limit()))
        .stream()
        .map(NoticeRow::notice)
        .toList();
  }

  @Override
  public Cursor behind(Notice last, NoticeOrder order) {
    return switch (order) {
      case NEWEST, OLDEST -> new Cursor(0, last.issuedAt(), last.id());
      case DUE -> new Cursor(0, dueOf(last), last.id());
      case SEVERITY -> new Cursor(NoticePage.rank(last.severity()), dueOf(last), last.id());
    };
  }

  private Instant dueOf(Notice notice) {
    return Optional.ofNullable(deadlines.nextOf(List.of(notice.id())).get(notice.id()))
        .map(NoticeDeadline::dueAt)
        .orElse(NoticePage.NEVER);
  }

  @Override
  public Map<NoticeStage, Long> counts(String rootUnit, NoticeFilter filter) {
    var page = NoticePage.of(rootUnit, filter, hidden.now());
    var query =
        getEntityManager()
            .createQuery(
                "select n.state, count(*) from NoticeRow n where "
                    + page.where()
                    + " group by n.state",
                Object[].class);
    page.parameters().forEach(query::setParameter);
    Map<NoticeStage, Long> counts = new EnumMap<>(NoticeStage.class);
    query
        .getResultStream()
        .forEach(
            row -> counts.merge(NoticeStage.ofState((String) row[0]), (Long) row[1], Long::sum));
    return counts;
  }

  @Override
  public List<String> issuers(String rootUnit) {
    return getEntityManager()
        .createQuery(ISSUERS, String.class)
        .setParameter("root", rootUnit)
        .getResultStream()
        .sorted()
        .toList();
  }

  @Override
  public boolean hasIssuedTo(String issuer, String rootUnit) {
    return find(
            "from NoticeRow n where n.issuingUnit = :issuer and " + Subtree.holds("n.unit", "root"),
            Map.of("issuer", issuer, "root", rootUnit))
        .page(Page.ofSize(1))
        .stream()
        .findFirst()
        .isPresent();
  }

  @Override
  public Map<String, Instant> deliveries(Collection<String> ids) {
    return steps(ids, StepKind.DELIVERED).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().at()));
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
    return steps(ids, StepKind.WITHDRAWN);
  }

  /** The newest step of a kind of each notice that has one. */
  private Map<String, NoticeStep> steps(Collection<String> ids, StepKind kind) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, NoticeStep> byNotice = new HashMap<>();
    getEntityManager()
        .createQuery(
            "from NoticeStepRow s where s.noticeId in :ids and s.kind = :kind order by s.seq",
            NoticeStepRow.class)
        .setParameter("ids", ids)
        .setParameter("kind", kind.wire())
        .getResultStream()
        .map(NoticeStepRow::step)
        .forEach(step -> byNotice.put(step.noticeId(), step));
    return byNotice;
  }

  @Override
  public List<Notice> open(String rootUnit, int limit) {
    var seen = SeenNotices.from(rootUnit, hidden.now());
    return find(OPEN + seen.where() + BY_PRESSURE, seen.parameters())
        .page(Page.ofSize(limit))
        .stream()
        .map(NoticeRow::notice)
        .toList();
  }

  @Override
  public long countOpen(String rootUnit) {
    var seen = SeenNotices.from(rootUnit, hidden.now());
    return count(OPEN + seen.where(), seen.parameters());
  }

  @Override
  public Optional<Notice> findWithin(String id, String rootUnit) {
    var seen = SeenNotices.from(rootUnit, hidden.now()).with("id", id);
    return find("from NoticeRow n where n.id = :id and " + seen.where(), seen.parameters())
        .firstResultOptional()
        .map(NoticeRow::notice);
  }

  @Override
  public Set<String> seen(Collection<String> ids, String rootUnit) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    var seen = SeenNotices.from(rootUnit, hidden.now()).with("ids", ids);
    return Set.copyOf(
        find(
                "select n.id from NoticeRow n where n.id in :ids and " + seen.where(),
                seen.parameters())
            .project(String.class)
            .list());
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
