package io.caseclock.rest;

import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the resource does not declare, and one sent twice where one value
 * is meant. A filter that is passed over makes an answer that reads as "there is nothing".
 */
public class QueryCheck {

  private final Map<Method, SortedMap<String, Boolean>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void refuseWhatNobodyDeclares(ResourceInfo resource, UriInfo uri) {
    var query = uri.getQueryParameters();
    if (query.isEmpty()) {
      return;
    }
    check(declared.computeIfAbsent(resource.getResourceMethod(), DeclaredParameters::query), query);
  }

  static void check(SortedMap<String, Boolean> declared, Map<String, List<String>> sent) {
    List<Violation> violations = new ArrayList<>();
    sent.forEach(
        (name, values) -> {
          var repeatable = declared.get(name);
          if (repeatable == null) {
            violations.add(new Violation(Pointer.to(name), unknown(declared)));
          } else if (!repeatable && values.size() > 1) {
            violations.add(new Violation(Pointer.to(name), "is sent more than once"));
          }
        });
    if (!violations.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST, "The query has faults; see violations.", violations));
    }
  }

  private static String unknown(SortedMap<String, Boolean> declared) {
    return declared.isEmpty()
        ? "is not known; there are no parameters here"
        : "is not known; known are " + String.join(", ", declared.keySet());
  }
}
