package io.caseclock.notify.routing;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.StraightText;
import io.caseclock.directory.Directory;
import io.caseclock.pack.Route;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets what holds in a unit and below it instead of the pack's policy. */
public final class ChangePolicy {

  /** Characters of a route's id. */
  public static final int LONGEST_ID = 60;

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
    /**
     * An id that is no line of at most {@link #LONGEST_ID} characters, or turns what is around it.
     */
    UNFIT_ID,
    /** Two routes with one id. */
    REPEATED_ID,
    /** The last route does not match everything, so that somebody could be missed. */
    NOT_COMPLETE,
    /** A route that an earlier one leaves nothing to. */
    NEVER_REACHED,
    /** Somebody else changed the policy since it was read. */
    STALE
  }

  /**
   * A refusal.
   *
   * @param route the place of the route that it is about, from 0; -1 where it is about none
   */
  public record Refused(Refusal why, int route) {

    static Refused of(Refusal why) {
      return new Refused(why, -1);
    }
  }

  /**
   * What is asked for.
   *
   * @param routes empty to go back to what holds above
   * @param seen the version that the asker saw; null to take any
   */
  public record Change(String unit, List<Route> routes, @Nullable Long seen) {
    public Change {
      routes = List.copyOf(routes);
    }
  }

  /** Holds from now on for what is told; a breach that is open keeps the policy it opened with. */
  public Optional<Refused> put(Change change, Caller caller, Instant now) {
    var refused = forbidden(change.unit(), caller).or(() -> wrong(change.routes()));
    if (refused.isPresent()) {
      return refused;
    }
    var version = overrides.lockedVersion(change.unit());
    if (change.seen() != null && change.seen() != version) {
      return Optional.of(Refused.of(Refusal.STALE));
    }
    overrides.put(change.unit(), change.routes(), caller.asOfficer().orElse(caller.name()), now);
    return Optional.empty();
  }

  private Optional<Refused> forbidden(String unit, Caller caller) {
    if (!caller.is(Role.SUPERVISOR) && !caller.is(Role.ADMINISTRATOR)) {
      return Optional.of(Refused.of(Refusal.NOT_ALLOWED));
    }
    var root = caller.visibleUnit();
    return root.isEmpty() || !directory.isWithin(unit, root.get())
        ? Optional.of(Refused.of(Refusal.UNKNOWN_UNIT))
        : Optional.empty();
  }

  /** What is wrong with a policy that is not empty; nothing where it may hold. */
  public static Optional<Refused> wrong(List<Route> routes) {
    var ids = new HashSet<String>();
    var last = routes.size() - 1;
    for (var place = 0; place <= last; place++) {
      var route = routes.get(place);
      if (route.id().length() > LONGEST_ID || !StraightText.isLine(route.id())) {
        return Optional.of(new Refused(Refusal.UNFIT_ID, place));
      }
      if (!ids.add(route.id())) {
        return Optional.of(new Refused(Refusal.REPEATED_ID, place));
      }
      if (place < last && route.match().coversAll()) {
        return Optional.of(new Refused(Refusal.NEVER_REACHED, place + 1));
      }
    }
    return routes.isEmpty() || routes.getLast().match().coversAll()
        ? Optional.empty()
        : Optional.of(new Refused(Refusal.NOT_COMPLETE, last));
  }
}
