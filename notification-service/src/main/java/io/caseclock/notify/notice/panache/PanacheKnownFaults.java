package io.caseclock.notify.notice.panache;

import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.issue.FaultFactory;
import io.caseclock.notify.notice.issue.KnownFaults;
import io.caseclock.wire.DeadlineEventWire;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Table {@code known_fault}. */
@ApplicationScoped
public class PanacheKnownFaults
    implements KnownFaults, PanacheRepositoryBase<KnownFaultRow, String> {

  private final FaultFactory faults;

  @Inject
  PanacheKnownFaults(FaultFactory faults) {
    this.faults = faults;
  }

  @Override
  public void keep(String id, String unit, ToldEvent told) {
    getEntityManager().merge(KnownFaultRow.of(id, unit, told));
  }

  @Override
  public void forget(String id) {
    deleteById(id);
  }

  @Override
  public List<KnownFault> ofUnit(String unit, int limit) {
    return find("unit = ?1 order by notedAt desc, id", unit).page(Page.ofSize(limit)).stream()
        .flatMap(row -> known(row).stream())
        .toList();
  }

  private Optional<KnownFault> known(KnownFaultRow row) {
    return faults.of(DeadlineEventWire.read(row.record())).map(it -> new KnownFault(row.id, it));
  }

  @Override
  public Optional<Fault> fault(String id) {
    return findByIdOptional(id)
        .map(row -> DeadlineEventWire.read(row.record()))
        .flatMap(faults::of);
  }
}
