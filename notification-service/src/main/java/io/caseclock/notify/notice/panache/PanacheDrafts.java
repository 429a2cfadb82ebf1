package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.notify.notice.draft.Drafts;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code notice_draft}. */
@ApplicationScoped
public class PanacheDrafts implements Drafts, PanacheRepositoryBase<NoticeDraftRow, String> {

  @Override
  public void add(Draft draft) {
    persist(NoticeDraftRow.of(draft));
  }

  @Override
  public Optional<Draft> lockedWithin(String id, String rootUnit) {
    return within(id, rootUnit)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .map(NoticeDraftRow::draftOrBlank);
  }

  @Override
  public Optional<Draft> findWithin(String id, String rootUnit) {
    return within(id, rootUnit).firstResultOptional().map(NoticeDraftRow::draftOrBlank);
  }

  private PanacheQuery<NoticeDraftRow> within(String id, String root) {
    return find(
        "from NoticeDraftRow n where n.id = :id and " + Subtree.holds("n.unit", "root"),
        Map.of("id", id, "root", root));
  }

  @Override
  public List<Draft> page(String rootUnit, int limit) {
    return find(
            "from NoticeDraftRow n where "
                + Subtree.holds("n.unit", "root")
                + " order by n.at desc, n.id",
            Map.of("root", rootUnit))
        .page(Page.ofSize(limit))
        .stream()
        .flatMap(row -> row.draft().stream())
        .toList();
  }

  @Override
  public void change(Draft after) {
    findById(after.id()).write(after);
  }

  @Override
  public void remove(String id) {
    deleteById(id);
  }
}
