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
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query parameter that the resource does not declare, one sent twice where one value is
 * meant, one that is no number where a number is meant, and, but on pages, one without a value. A
 * filter that is passed over makes an answer that reads as "there is nothing".
 */
public class QueryCheck {

  /** Beside it are pages: a form sends the fields that were left empty, too. */
  private static final String API = "/api/";

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  private final Map<Method, SortedMap<String, Boolean>> declared = new ConcurrentHashMap<>();
  private final Map<Method, Set<String>> numbers = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void refuseWhatNobodyDeclares(ResourceInfo resource, UriInfo uri) {
    var query = uri.getQueryParameters();
    if (query.isEmpty()) {
      return;
    }
    var method = resource.getResourceMethod();
    check(
        declared.computeIfAbsent(method, DeclaredParameters::query),
        numbers.computeIfAbsent(method, DeclaredParameters::numbers),
        !uri.getPath().startsWith(API),
        query);
  }

  /**
   * @param declared whether each known parameter may be repeated
   * @param numbers those that are whole numbers
   * @param mayBeEmpty whether one without a value reads as if it had not been sent
   */
  static void check(
      SortedMap<String, Boolean> declared,
      Set<String> numbers,
      boolean mayBeEmpty,
      Map<String, List<String>> sent) {
    List<Violation> violations = new ArrayList<>();
    sent.forEach(
        (name, values) -> {
          var repeatable = declared.get(name);
          if (repeatable == null) {
            violations.add(new Violation(Pointer.to(name), unknown(declared)));
          } else if (!repeatable && values.size() > 1) {
            violations.add(new Violation(Pointer.to(name), "is sent more than once"));
          } else if (!mayBeEmpty && values.stream().anyMatch(String::isBlank)) {
            violations.add(new Violation(Pointer.to(name), "has a value, or is left out"));
          } else if (numbers.contains(name) && !values.stream().allMatch(QueryCheck::isNumber)) {
            violations.add(new Violation(Pointer.to(name), "is a whole number"));
          }
        });
    if (!violations.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST, "The query has faults; see violations.", violations));
    }
  }

  /** Of at most nine digits, which no number of ours exceeds. */
  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static String unknown(SortedMap<String, Boolean> declared) {
    return declared.isEmpty()
        ? "is not known; there are no parameters here"
        : "is not known; known are " + String.join(", ", declared.keySet());
  }
}
