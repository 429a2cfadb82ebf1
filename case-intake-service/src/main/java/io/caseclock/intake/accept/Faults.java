package io.caseclock.intake.accept;

import io.caseclock.attribute.Reading;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one event; the gravest kind names the problem. */
final class Faults {

  static final List<ProblemType> GRAVEST_FIRST =
      List.of(
          ProblemType.TOO_LARGE,
          ProblemType.MALFORMED_REQUEST,
          ProblemType.UNKNOWN_EVENT_TYPE,
          ProblemType.RULE_REFUSES,
          ProblemType.INVALID_EVENT,
          ProblemType.NOT_ALLOWED,
          ProblemType.UNKNOWN_UNIT,
          ProblemType.TIME_IN_FUTURE);

  private final Set<ProblemType> kinds = EnumSet.noneOf(ProblemType.class);
  private final List<Violation> violations = new ArrayList<>();

  void add(ProblemType kind, String pointer, String message) {
    kinds.add(kind);
    violations.add(new Violation(pointer, message));
  }

  void invalid(String pointer, String message) {
    add(ProblemType.INVALID_EVENT, pointer, message);
  }

  /** The value that was read; null where the text was refused, which is a fault then. */
  <T> @Nullable T take(Reading<T> reading, String pointer) {
    return switch (reading) {
      case Reading.Sound<T>(var value) -> value;
      case Reading.Refused<T>(var reason) -> {
        invalid(pointer, reason);
        yield null;
      }
    };
  }

  boolean isEmpty() {
    return violations.isEmpty();
  }

  int count() {
    return violations.size();
  }

  /** Which members have a fault so far. */
  Set<String> pointers() {
    return violations.stream().map(Violation::pointer).collect(Collectors.toUnmodifiableSet());
  }

  /** The problem to answer with; only where there is a fault. */
  Problem problem() {
    var gravest = GRAVEST_FIRST.stream().filter(kinds::contains).findFirst().orElseThrow();
    return Problem.of(gravest, advice(gravest), violations);
  }

  private String notAllowed() {
    return pointers().contains("/source")
        ? "A client posts as the sources that its token names in the claim 'sources', or that an"
            + " administrator has registered it for (PUT /api/v1/sources/{client})."
        : "Post events of your own unit and below, of the kinds your role may post.";
  }

  private String advice(ProblemType kind) {
    return switch (kind) {
      case TOO_LARGE -> "An event has at most 256 KiB; send a reference instead of the content.";
      case UNKNOWN_EVENT_TYPE -> "Use one of the types that GET /api/v1/event-types lists.";
      case RULE_REFUSES -> "CaseClock makes these events itself; post finding-recorded instead.";
      case NOT_ALLOWED -> notAllowed();
      case UNKNOWN_UNIT -> "Correct the unit, or have an administrator register it first.";
      case TIME_IN_FUTURE -> "Send it once it has happened, or set the sender's clock right.";
      default -> "Mend the members named in violations and send the event again.";
    };
  }
}
