package io.caseclock.problem;

import io.caseclock.attribute.Reading;
import io.caseclock.problem.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request, and the refusal that names it. */
public final class RequestFaults {

  private RequestFaults() {}

  /**
   * A violation for each member that is not known; may be added to.
   *
   * @param known in the order in which they are told
   */
  public static List<Violation> unknown(Map<String, ?> members, List<String> known) {
    List<Violation> faults = new ArrayList<>();
    for (var name : members.keySet()) {
      if (!known.contains(name)) {
        faults.add(new Violation(Pointer.to(name), "is not known; there " + told(known)));
      }
    }
    return faults;
  }

  private static String told(List<String> known) {
    var last = known.getLast();
    return known.size() == 1
        ? "is " + last
        : "are " + String.join(", ", known.subList(0, known.size() - 1)) + " and " + last;
  }

  /** What was read; null where it was refused, and then the violation is added. */
  public static <T> @Nullable T sound(Reading<T> reading, String pointer, List<Violation> faults) {
    return switch (reading) {
      case Reading.Sound<T>(var value) -> value;
      case Reading.Refused<T>(var reason) -> {
        faults.add(new Violation(pointer, reason));
        yield null;
      }
    };
  }

  /** The refusal of a request, 400, with all that is wrong with it. */
  public static ProblemException refused(List<Violation> faults) {
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST, "The request has faults; see violations.", faults));
  }
}
