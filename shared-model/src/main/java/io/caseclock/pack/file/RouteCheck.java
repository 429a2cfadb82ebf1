package io.caseclock.pack.file;

import io.caseclock.pack.Match;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what one route cannot see alone: what it names, and the routes before it. */
final class RouteCheck {

  private final Pack pack;
  private final List<Located<Route>> routes;

  RouteCheck(Pack pack, List<Located<Route>> routes) {
    this.pack = pack;
    this.routes = routes;
  }

  void check() {
    Set<String> ids = new HashSet<>();
    for (var route : routes) {
      if (isSaid(route) && !ids.add(route.value().id())) {
        route.place().mistake("id", "the route '" + route.value().id() + "' stands twice");
      }
      checkNames(route);
    }
    if (!routes.isEmpty()) {
      checkLast(routes.getLast());
      checkReached();
    }
  }

  private void checkNames(Located<Route> route) {
    for (var list : route.value().match().lists()) {
      if (!pack.lists().containsKey(list)) {
        route.place().mistake("match", "the list '" + list + "' is not declared in lists.yaml");
      }
    }
    for (var rule : route.value().match().rules()) {
      if (pack.rule(rule).isEmpty()) {
        route.place().mistake("match", "the pack has no rule '" + rule + "'");
      }
    }
  }

  private static void checkLast(Located<Route> last) {
    if (!last.value().match().coversAll()) {
      last.place()
          .mistake("match", "the last route is for everything that is left: expected 'match: {}'");
    }
  }

  /** The last one may be a mere safety net; each other one must be for something. */
  private void checkReached() {
    Set<Route> reached = new HashSet<>();
    for (var kind : Match.KINDS) {
      for (var severity : Match.SEVERITIES) {
        pack.lists().keySet().forEach(list -> reach(kind, severity, list, "", reached));
        pack.rules().forEach(rule -> reach(kind, severity, rule.list(), rule.id(), reached));
        reach(kind, severity, "", "", reached);
      }
    }
    for (var route : routes.subList(0, routes.size() - 1)) {
      if (!reached.contains(route.value()) && namesAreKnown(route.value())) {
        route
            .place()
            .mistake(
                "match",
                "the route '"
                    + route.value().id()
                    + "' can never match: those before it take everything it is for");
      }
    }
  }

  /** An empty list or rule is one of another pack, or none. */
  private void reach(String kind, String severity, String list, String rule, Set<Route> reached) {
    routes.stream()
        .map(Located::value)
        .filter(route -> route.match().covers(kind, severity, list, rule))
        .findFirst()
        .ifPresent(reached::add);
  }

  private boolean namesAreKnown(Route route) {
    return pack.lists().keySet().containsAll(route.match().lists())
        && route.match().rules().stream().allMatch(rule -> pack.rule(rule).isPresent());
  }

  /** What was missing was told when it was read. */
  private static boolean isSaid(Located<Route> route) {
    return !route.value().id().equals("-");
  }
}
