package io.caseclock.notify.routing;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.directory.Directory;
import io.caseclock.pack.Route;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Sets what holds in a unit and below it instead of the pack's policy. */
public final class ChangePolicy {

  private final RouteOverrides overrides;
  private final Directory directory;

  public ChangePolicy(RouteOverrides overrides, Directory directory) {
    this.overrides = overrides;
    this.directory = directory;
  }

  /** Why not. */
  public enum Refusal {
    /** The unit lies outside the caller's subtree. */
    UNKNOWN_UNIT,
    /** Only a supervisor or an administrator. */
    NOT_ALLOWED,
    /** Two routes with one id. */
    REPEATED_ID,
    /** The last route does not match everything, so that somebody could be missed. */
    NOT_COMPLETE,
    /** A route that an earlier one leaves nothing to. */
    NEVER_REACHED
  }

  /**
   * Holds from now on for what is told; a breach that is open keeps the policy it opened with.
   *
   * @param routes empty to go back to what holds above
   */
  public Optional<Refusal> put(String unit, List<Route> routes, Caller caller, Instant now) {
    if (!caller.is(Role.SUPERVISOR) && !caller.is(Role.ADMINISTRATOR)) {
      return Optional.of(Refusal.NOT_ALLOWED);
    }
    var root = caller.visibleUnit();
    if (root.isEmpty() || !directory.isWithin(unit, root.get())) {
      return Optional.of(Refusal.UNKNOWN_UNIT);
    }
    var refusal = routes.isEmpty() ? Optional.<Refusal>empty() : wrong(routes);
    if (refusal.isEmpty()) {
      overrides.put(unit, routes, caller.asOfficer().orElse(caller.name()), now);
    }
    return refusal;
  }

  private static Optional<Refusal> wrong(List<Route> routes) {
    var ids = new HashSet<String>();
    for (var route : routes) {
      if (!ids.add(route.id())) {
        return Optional.of(Refusal.REPEATED_ID);
      }
    }
    if (!routes.getLast().match().coversAll()) {
      return Optional.of(Refusal.NOT_COMPLETE);
    }
    if (routes.subList(0, routes.size() - 1).stream()
        .anyMatch(route -> route.match().coversAll())) {
      return Optional.of(Refusal.NEVER_REACHED);
    }
    return Optional.empty();
  }
}
