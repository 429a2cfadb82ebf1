package io.caseclock.access.security;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.PercentDecoding;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Which of their units the request at hand wants to act in: the one that its header names, else the
 * one that the service remembers of the visitor, else the first.
 */
@RequestScoped
public class RequestedUnit {

  /** Names the unit, written as a segment of a path is. */
  public static final String HEADER = "Caseclock-Unit";

  private final CurrentVertxRequest request;
  private final Instance<RememberedUnit> remembered;

  @Inject
  RequestedUnit(CurrentVertxRequest request, Instance<RememberedUnit> remembered) {
    this.request = request;
    this.remembered = remembered;
  }

  /** How a header says it. */
  public static String written(String unit) {
    return URLEncoder.encode(unit, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What {@link #written} wrote; empty for anything that is no id. */
  public static Optional<String> read(String text) {
    return PercentDecoding.decoded(text).map(Identifier::read).flatMap(Reading::asValue);
  }

  Choice among(List<String> units) {
    var context = request.getCurrent();
    return context == null
        ? Choice.first(units)
        : choice(context.request().headers().getAll(HEADER), units, context);
  }

  private Choice choice(List<String> named, List<String> units, RoutingContext context) {
    if (named.isEmpty()) {
      return remembered(context)
          .filter(units::contains)
          .<Choice>map(Choice.Acts::new)
          .orElseGet(() -> Choice.first(units));
    }
    if (named.size() > 1) {
      return unreadable("stands there more than once");
    }
    var unit = read(named.getFirst());
    if (unit.isEmpty()) {
      return unreadable("is no id of a unit, percent-encoded where it is more than plain letters");
    }
    return unit.filter(units::contains).<Choice>map(Choice.Acts::new).orElseGet(Choice::foreign);
  }

  private Optional<String> remembered(RoutingContext context) {
    return remembered.isResolvable() ? remembered.get().of(context) : Optional.empty();
  }

  private static Choice unreadable(String fault) {
    return new Choice.Refused(
        Problem.of(
            ProblemType.MALFORMED_REQUEST,
            "A header cannot be read; see violations.",
            List.of(new Violation(Pointer.to(HEADER), fault))));
  }

  /** What came of a request's wish. */
  sealed interface Choice {

    /** In that unit. */
    record Acts(String unit) implements Choice {}

    /** In none, since there is none. */
    record Unbound() implements Choice {}

    record Refused(Problem problem) implements Choice {}

    static Choice first(List<String> units) {
      return units.isEmpty() ? new Unbound() : new Acts(units.getFirst());
    }

    static Choice foreign() {
      return new Refused(
          Problem.of(
              ProblemType.NOT_ALLOWED,
              "You are not assigned to that unit. Name one that your token or your key has, or"
                  + " none.",
              List.of(new Violation(Pointer.to(HEADER), "is none of the caller's units"))));
    }
  }
}
