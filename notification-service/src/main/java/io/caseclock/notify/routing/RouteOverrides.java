package io.caseclock.notify.routing;

import io.caseclock.pack.Route;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What units have changed of the pack's policy. */
public interface RouteOverrides {

  /** A unit's own policy, whole; empty where it has none. */
  Optional<Kept> of(String unit);

  /** The policies of those of these units that have one of their own, by unit. */
  default Map<String, Kept> of(Collection<String> units) {
    Map<String, Kept> own = new HashMap<>();
    units.forEach(unit -> of(unit).ifPresent(policy -> own.put(unit, policy)));
    return own;
  }

  /** Looks up at once what a batch will ask of these units; it only saves time. */
  default void foresee(Collection<String> units) {}

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
