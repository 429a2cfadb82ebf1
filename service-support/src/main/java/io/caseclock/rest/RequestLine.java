package io.caseclock.rest;

import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a path or a query that is no printable UTF-8: percent signs that lead nowhere, bytes that
 * are no text, control characters. The database would refuse them later, and not as politely. Also
 * refuses parameters within a path, behind a semicolon: there are none, and the framework decodes
 * such a path twice.
 */
final class RequestLine {

  private static final String EXPECTED =
      "must be UTF-8, percent-encoded, without control characters";

  /** The problem, which names each faulty parameter; empty where all can be read. */
  static Optional<Problem> fault(@Nullable String uri) {
    List<Violation> violations = new ArrayList<>();
    var parts = String.valueOf(uri).split("\\?", 2);
    if (PercentDecoding.decoded(parts[0]).isEmpty()) {
      violations.add(new Violation("", "the path " + EXPECTED));
    }
    if (parts[0].contains(";")) {
      violations.add(new Violation("", "the path has no parameters of its own; write ; as %3B"));
    }
    if (parts.length == 2) {
      Arrays.stream(parts[1].split("&")).forEach(pair -> check(pair, violations));
    }
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemType.MALFORMED_REQUEST,
                "The path or a parameter cannot be read; see violations.",
                violations));
  }

  private static void check(String pair, List<Violation> violations) {
    var parts = pair.split("=", 2);
    var name = PercentDecoding.decoded(parts[0]);
    if (name.isEmpty()) {
      violations.add(new Violation("", "the name of a parameter " + EXPECTED));
    } else if (parts.length == 2 && PercentDecoding.decoded(parts[1]).isEmpty()) {
      violations.add(new Violation(Pointer.to(name.get()), EXPECTED));
    }
  }

  private RequestLine() {}
}
