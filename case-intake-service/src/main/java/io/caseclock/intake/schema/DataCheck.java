package io.caseclock.intake.schema;

import io.caseclock.problem.Problem.Violation;
import java.util.List;
import java.util.Map;

/** Holds the data of an event against its type's JSON Schema. */
@FunctionalInterface
public interface DataCheck {

  /**
   * The faults, each with a JSON pointer from the root of the data ({@code /unit}); empty where the
   * data is right.
   */
  List<Violation> violations(KnownType type, Map<String, Object> data);
}
