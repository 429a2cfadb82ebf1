package io.caseclock.intake.journal.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import io.caseclock.contract.EventId;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters by which something is looked up, in the normal form in which it is kept: however a
 * case number is written, it is found.
 */
final class LookupParameters {

  private LookupParameters() {}

  static EventId event(@Nullable String source, @Nullable String id) {
    return new EventId(
        value("source", source == null ? missing() : SourceUri.read(source)), identifier("id", id));
  }

  static String identifier(String name, @Nullable String text) {
    return value(name, text == null ? missing() : Identifier.read(text));
  }

  private static Reading<String> missing() {
    return Reading.refused("is missing");
  }

  private static String value(String name, Reading<String> reading) {
    return reading.orElseThrow(
        reason ->
            new ProblemException(
                Problem.of(
                    ProblemType.MALFORMED_REQUEST,
                    "A parameter cannot be read; see violations.",
                    List.of(new Violation("/" + name, reason)))));
  }
}
