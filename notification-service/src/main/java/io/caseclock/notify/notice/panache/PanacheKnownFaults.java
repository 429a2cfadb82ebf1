package io.caseclock.notify.notice.panache;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.NotHidden;
import io.caseclock.notify.level.HiddenCases;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.issue.FaultFactory;
import io.caseclock.notify.notice.issue.KnownFaults;
import io.caseclock.wire.DeadlineEventWire;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Table {@code known_fault}. */
@ApplicationScoped
public class PanacheKnownFaults
    implements KnownFaults, PanacheRepositoryBase<KnownFaultRow, String> {

  private static final String KEEP =
      """
      insert into known_fault (id, unit, case_id, type, event, noted_at)
      select id, unit, case_id, type, event, noted_at::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[], ?::text[])
        as f(id, unit, case_id, type, event, noted_at)
      on conflict (id) do update
      set unit = excluded.unit, event = excluded.event, noted_at = excluded.noted_at
      """;

  private static final String NEWEST_FIRST = " order by f.notedAt desc, f.id";
  private static final String NOT_HIDDEN = NotHidden.hql(NotHidden.holds("?"), "f.caseId, :hidden");

  private final FaultFactory faults;
  private final Sql sql;
  private final HiddenCases hidden;

  @Inject
  PanacheKnownFaults(FaultFactory faults, Sql sql, HiddenCases hidden) {
    this.faults = faults;
    this.hidden = hidden;
    this.sql = sql;
  }

  @Override
  public void keep(List<Noted> noted) {
    if (noted.isEmpty()) {
      return;
    }
    sql.update(
        KEEP,
        noted.stream().map(Noted::id).toList(),
        noted.stream().map(Noted::unit).toList(),
        noted.stream().map(one -> one.told().event().caseId()).toList(),
        noted.stream().map(one -> one.told().event().type()).toList(),
        noted.stream().map(one -> one.told().data()).toList(),
        noted.stream().map(one -> one.told().at()).toList());
  }

  @Override
  public void forget(List<String> ids) {
    if (!ids.isEmpty()) {
      sql.update("delete from known_fault where id = any (?)", ids);
    }
  }

  @Override
  public List<KnownFault> ofUnit(String unit, int limit) {
    return offered(unit).page(Page.ofSize(limit)).stream()
        .flatMap(row -> known(row).stream())
        .toList();
  }

  private PanacheQuery<KnownFaultRow> offered(String unit) {
    var unseen = hidden.now();
    return unseen.isNothing()
        ? find("from KnownFaultRow f where f.unit = :unit" + NEWEST_FIRST, Map.of("unit", unit))
        : find(
            "from KnownFaultRow f where f.unit = :unit and " + NOT_HIDDEN + NEWEST_FIRST,
            Map.of("unit", unit, "hidden", unseen.cases().toArray(String[]::new)));
  }

  private Optional<KnownFault> known(KnownFaultRow row) {
    return faults.of(DeadlineEventWire.read(row.record())).map(it -> new KnownFault(row.id, it));
  }

  @Override
  public Optional<Fault> fault(String id) {
    return findByIdOptional(id)
        .map(row -> DeadlineEventWire.read(row.record()))
        .flatMap(faults::of)
        .filter(fault -> !hidden.now().cases().contains(fault.caseId()));
  }
}
