package io.caseclock.notify.routing;

import io.caseclock.batch.BatchCache;
import io.caseclock.pack.Route;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Policies of units that are read once in a batch. */
public final class CachedRouteOverrides implements RouteOverrides {

  private final RouteOverrides overrides;
  private final BatchCache memory;

  public CachedRouteOverrides(RouteOverrides overrides, BatchCache memory) {
    this.overrides = overrides;
    this.memory = memory;
  }

  @Override
  public Optional<Kept> of(String unit) {
    return memory.remembered(key(unit), () -> overrides.of(unit));
  }

  private static List<Object> key(String unit) {
    return List.of("policy", unit);
  }

  /** Asks once, and nothing outside a batch. */
  @Override
  public void foresee(Collection<String> units) {
    if (memory.isRunning()) {
      var own = overrides.of(units);
      units.forEach(unit -> memory.remembered(key(unit), () -> Optional.ofNullable(own.get(unit))));
    }
  }

  @Override
  public long lockedVersion(String unit) {
    return overrides.lockedVersion(unit);
  }

  @Override
  public long version(String unit) {
    return overrides.version(unit);
  }

  @Override
  public void put(String unit, List<Route> routes, String officer, Instant at) {
    overrides.put(unit, routes, officer, at);
  }
}
