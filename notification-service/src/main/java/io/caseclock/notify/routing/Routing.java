package io.caseclock.notify.routing;

import io.caseclock.directory.Directory;
import io.caseclock.notify.message.Message;
import io.caseclock.pack.Route;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the route of a message: the first that matches in the policy of its unit, else of the
 * nearest unit above that has a policy of its own, else of the pack.
 */
public final class Routing {

  private final List<Route> pack;
  private final RouteOverrides overrides;
  private final Directory directory;

  public Routing(List<Route> pack, RouteOverrides overrides, Directory directory) {
    this.pack = List.copyOf(pack);
    this.overrides = overrides;
    this.directory = directory;
  }

  /** What a policy is asked of. */
  public record Question(
      String kind, String severity, @Nullable String list, @Nullable String rule, String unit) {

    public static Question of(Message message) {
      return new Question(
          message.kind().policyWord(),
          message.severity(),
          message.list(),
          message.rule(),
          message.unit());
    }
  }

  /** A unit's policy as it holds, with where it comes from; null for the pack. */
  public record Policy(List<Route> routes, @Nullable String setBy) {
    public Policy {
      routes = List.copyOf(routes);
    }
  }

  /** The policy of the rule packs, which holds where no unit has one of its own. */
  public Policy packPolicy() {
    return new Policy(pack, null);
  }

  public Policy policyOf(String unit) {
    for (var candidate : directory.line(unit)) {
      var own = overrides.of(candidate);
      if (own.isPresent()) {
        return new Policy(own.get().routes(), candidate);
      }
    }
    return new Policy(pack, null);
  }

  /** Looks up at once what a batch will ask of these units' policies; it only saves time. */
  public void foresee(Collection<String> units) {
    overrides.foresee(
        units.stream().flatMap(unit -> directory.line(unit).stream()).distinct().toList());
  }

  /** Every policy ends with a route for everything, so that there is always an answer. */
  public ChosenRoute choose(Question question) {
    return find(question).orElseGet(() -> new ChosenRoute(pack.getLast(), null));
  }

  /** The route that is for it; empty where none is, as with a lapse that no route names. */
  public Optional<ChosenRoute> find(Question question) {
    var policy = policyOf(question.unit());
    return first(policy.routes(), question).map(route -> new ChosenRoute(route, policy.setBy()));
  }

  /** The first of these routes that is for it, whatever policy holds. */
  public static Optional<Route> first(List<Route> routes, Question question) {
    return routes.stream().filter(route -> covers(route, question)).findFirst();
  }

  private static boolean covers(Route route, Question question) {
    return route
        .match()
        .covers(question.kind(), question.severity(), question.list(), question.rule());
  }
}
