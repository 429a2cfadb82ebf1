package io.caseclock.notify.notice.issue;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.notify.notice.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Known faults in memory. */
public final class KnownFaultsInMemory implements KnownFaults {

  private final Map<String, DeadlineEvent> kept = new HashMap<>();
  private final FaultFactory faults;

  public KnownFaultsInMemory(FaultFactory faults) {
    this.faults = faults;
  }

  @Override
  public void keep(List<Noted> noted) {
    noted.forEach(one -> kept.put(one.id(), one.told().event()));
  }

  @Override
  public void forget(List<String> ids) {
    ids.forEach(kept::remove);
  }

  @Override
  public List<KnownFault> ofUnit(String unit, int limit) {
    return kept.entrySet().stream()
        .flatMap(
            one ->
                faults.of(one.getValue()).stream()
                    .map(fault -> new KnownFault(one.getKey(), fault)))
        .filter(one -> one.fault().unit().equals(unit))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Fault> fault(String id) {
    return Optional.ofNullable(kept.get(id)).flatMap(faults::of);
  }
}
