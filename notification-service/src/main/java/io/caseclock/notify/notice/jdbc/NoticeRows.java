package io.caseclock.notify.notice.jdbc;

import io.caseclock.notify.notice.NoticeQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds rows of notices; what a person asks for never leaves the person's subtree. */
@ApplicationScoped
public class NoticeRows implements PanacheRepositoryBase<NoticeRow, String> {

  static final String IN_SUBTREE =
      """
      exists (select 1 from UnitRow u, UnitRow root
        where u.id = n.unit and root.id = :root and locate(root.path, u.path) = 1)
      """;

  private static final String OPEN =
      "from NoticeRow n where n.state not in ('closed', 'withdrawn') and " + IN_SUBTREE;
  private static final String BY_PRESSURE =
      """
       order by case n.severity when 'grave' then 0 when 'serious' then 1 else 2 end,
        n.dueAt nulls last, n.id
      """;

  Optional<NoticeRow> locked(String id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<NoticeRow> lockedWithin(String id, String root) {
    return find(
            "from NoticeRow n where n.id = :id and " + IN_SUBTREE, Map.of("id", id, "root", root))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  Optional<NoticeRow> within(String id, String root) {
    return find(
            "from NoticeRow n where n.id = :id and " + IN_SUBTREE, Map.of("id", id, "root", root))
        .firstResultOptional();
  }

  List<NoticeRow> open(String root, int limit) {
    return find(OPEN + BY_PRESSURE, Map.of("root", root)).page(Page.ofSize(limit)).list();
  }

  long countOpen(String root) {
    return count(OPEN, Map.of("root", root));
  }

  List<NoticeRow> openOrdersOn(String noticeId) {
    return find("lower = ?1 and state not in ('closed', 'withdrawn') order by id", noticeId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  List<NoticeRow> ordersOn(String noticeId) {
    return list("lower = ?1 order by issuedAt desc, id desc", noticeId);
  }

  @SuppressWarnings("unchecked")
  private List<String> covering(String deadlineId) {
    return getEntityManager()
        .createNativeQuery("select notice_id from notice_fault where deadline_id = :deadline")
        .setParameter("deadline", deadlineId)
        .getResultList();
  }

  List<NoticeRow> page(NoticeQuery query) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("root", query.root());
    var text = new StringBuilder("from NoticeRow n where ").append(IN_SUBTREE);
    if (!query.states().isEmpty()) {
      text.append(" and n.state in :states");
      parameters.put("states", query.states());
    }
    query
        .unit()
        .ifPresent(
            unit -> {
              text.append(" and ").append(IN_SUBTREE.replace("root", "below"));
              parameters.put("below", unit);
            });
    query
        .deadlineId()
        .ifPresent(
            deadlineId -> {
              text.append(" and n.id in :covering");
              parameters.put("covering", covering(deadlineId));
            });
    query
        .after()
        .ifPresent(
            after -> {
              text.append(" and (n.issuedAt < :at or n.issuedAt = :at and n.id < :id)");
              parameters.put("at", after.issuedAt());
              parameters.put("id", after.id());
            });
    text.append(" order by n.issuedAt desc, n.id desc");
    return find(text.toString(), parameters).page(Page.ofSize(query.limit())).list();
  }
}
