package io.caseclock.pack;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The routes that hold where several packs are in force, or none says any. */
public final class Policy {

  private static final List<String> NEAR = List.of("officer", "unit-head", "legal-officer");
  private static final List<String> MAIL = List.of("email", "sms");

  /**
   * Holds where no pack has routes: a breach and a grave warning tell at once, and climb where
   * nobody acts; all else waits for the working day.
   */
  public static final List<Route> BUILT_IN =
      List.of(
          new Route(
              "built-in-breach",
              new Match(Set.of("breach"), Set.of(), Set.of(), Set.of()),
              true,
              false,
              List.of(
                  new Step(Duration.ZERO, NEAR, MAIL),
                  new Step(Duration.ofDays(1), List.of("supervising-brigade"), MAIL),
                  new Step(Duration.ofDays(3), List.of("bureau-leader"), MAIL)),
              new Repeat(Duration.ofDays(1), Duration.ofDays(7), 5),
              Route.LONGEST_PLAN),
          new Route(
              "built-in-grave",
              new Match(Set.of(), Set.of("grave"), Set.of(), Set.of()),
              true,
              false,
              List.of(new Step(Duration.ZERO, NEAR, MAIL)),
              null,
              Route.LONGEST_PLAN),
          new Route(
              "built-in-everything",
              Match.EVERYTHING,
              false,
              true,
              List.of(new Step(Duration.ZERO, List.of("officer", "legal-officer"), List.of())),
              null,
              Route.LONGEST_PLAN));

  /** The routes of the first pack that has any, else {@link #BUILT_IN}. */
  public static List<Route> of(List<Pack> packs) {
    return packs.stream()
        .map(Pack::routes)
        .filter(routes -> !routes.isEmpty())
        .findFirst()
        .orElse(BUILT_IN);
  }

  private Policy() {}
}
