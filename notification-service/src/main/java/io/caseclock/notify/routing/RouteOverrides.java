package io.caseclock.notify.routing;

import io.caseclock.pack.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What units have changed of the pack's policy. */
public interface RouteOverrides {

  /** A unit's own policy, whole; empty where it has none. */
  Optional<Kept> of(String unit);

  /**
   * Counts up with each change of a unit's policy; 0 where it was never changed. Nobody else
   * changes it until the caller's transaction ends.
   */
  long lockedVersion(String unit);

  /** Counts up with each change of a unit's policy; 0 where it was never changed. */
  long version(String unit);

  /**
   * Sets a unit's policy, in the caller's transaction; an empty list gives back what holds above.
   */
  void put(String unit, List<Route> routes, String officer, Instant at);

  /** A policy with who set it. */
  record Kept(List<Route> routes, String officer, Instant at) {
    public Kept {
      routes = List.copyOf(routes);
    }
  }
}
