package io.caseclock.notify.routing;

import io.caseclock.pack.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** No unit has a policy of its own. */
public final class NoOverrides implements RouteOverrides {

  @Override
  public Optional<Kept> of(String unit) {
    return Optional.empty();
  }

  @Override
  public long lockedVersion(String unit) {
    return 0;
  }

  @Override
  public long version(String unit) {
    return 0;
  }

  @Override
  public void put(String unit, List<Route> routes, String officer, Instant at) {
    throw new UnsupportedOperationException("the policy of the pack holds");
  }
}
