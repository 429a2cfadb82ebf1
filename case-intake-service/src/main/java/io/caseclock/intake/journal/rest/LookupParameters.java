package io.caseclock.intake.journal.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import io.caseclock.contract.EventId;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters by which something is looked up, in the normal form in which it is kept: however a
 * case number is written, it is found.
 */
final class LookupParameters {

  private LookupParameters() {}

  /** All that is wrong with the two is told at once. */
  static EventId event(@Nullable String source, @Nullable String id) {
    List<Violation> faults = new ArrayList<>();
    var readSource =
        RequestFaults.sound(source == null ? missing() : SourceUri.read(source), "/source", faults);
    var readId = RequestFaults.sound(id == null ? missing() : Identifier.read(id), "/id", faults);
    if (readSource == null || readId == null) {
      throw refused(faults);
    }
    return new EventId(readSource, readId);
  }

  static String identifier(String name, @Nullable String text) {
    return (text == null ? missing() : Identifier.read(text))
        .orElseThrow(reason -> refused(List.of(new Violation("/" + name, reason))));
  }

  private static Reading<String> missing() {
    return Reading.refused("is missing");
  }

  private static ProblemException refused(List<Violation> faults) {
    return new ProblemException(
        Problem.of(
            ProblemType.MALFORMED_REQUEST, "A parameter cannot be read; see violations.", faults));
  }
}
