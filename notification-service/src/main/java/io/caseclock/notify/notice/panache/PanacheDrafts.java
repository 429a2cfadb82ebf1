package io.caseclock.notify.notice.panache;

import io.caseclock.notify.jdbc.NotHidden;
import io.caseclock.notify.jdbc.Subtree;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.notice.draft.Draft;
import io.caseclock.notify.notice.draft.Drafts;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code notice_draft}. */
@ApplicationScoped
public class PanacheDrafts implements Drafts, PanacheRepositoryBase<NoticeDraftRow, String> {

  /** As the content is written: one member, without blanks. */
  private static final String NOT_HIDDEN =
      NotHidden.hql(
          "not exists (select 1 from unnest(?::text[]) as h(id)"
              + " where position('\"caseId\":' || to_json(h.id)::text in ?) > 0)",
          ":hidden, n.content");

  private final HiddenCases hidden;

  @Inject
  PanacheDrafts(HiddenCases hidden) {
    this.hidden = hidden;
  }

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
    var parameters = parameters(root);
    parameters.put("id", id);
    return find("from NoticeDraftRow n where n.id = :id and " + seen(), parameters);
  }

  private String seen() {
    var within = Subtree.holds("n.unit", "root");
    return hidden.now().isNothing() ? within : within + " and " + NOT_HIDDEN;
  }

  private Map<String, Object> parameters(String root) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("root", root);
    if (!hidden.now().isNothing()) {
      parameters.put("hidden", hidden.now().cases().toArray(String[]::new));
    }
    return parameters;
  }

  @Override
  public List<Draft> page(String rootUnit, int limit) {
    return find(
            "from NoticeDraftRow n where " + seen() + " order by n.at desc, n.id",
            parameters(rootUnit))
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
