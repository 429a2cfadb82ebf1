package io.caseclock.intake.key.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.intake.key.ApiKey;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The units that a key is asked for, written as the claim {@code unit} of a token is: one id, or a
 * list of different ones.
 *
 * @param isList how they were written, by which violations point to one of them
 */
record AskedUnits(List<String> ids, boolean isList) {

  private static final String MEMBER = "/unit";

  AskedUnits {
    ids = List.copyOf(ids);
  }

  /** Null where they cannot be used, and then it is said why among the faults. */
  static @Nullable AskedUnits read(@Nullable Object member, List<Violation> faults) {
    if (!(member instanceof List<?> written)) {
      var unit = RequestFaults.sound(unit(member), MEMBER, faults);
      return unit == null ? null : new AskedUnits(List.of(unit), false);
    }
    if (written.isEmpty() || written.size() > ApiKey.MOST_UNITS) {
      faults.add(
          new Violation(
              MEMBER, "must be the id of a unit, or a list of 1 to " + ApiKey.MOST_UNITS));
      return null;
    }
    return read(written, faults);
  }

  private static @Nullable AskedUnits read(List<?> written, List<Violation> faults) {
    Set<String> units = new LinkedHashSet<>();
    for (var i = 0; i < written.size(); i++) {
      var unit = RequestFaults.sound(unit(written.get(i)), MEMBER + "/" + i, faults);
      if (unit != null && !units.add(unit)) {
        faults.add(new Violation(MEMBER + "/" + i, "stands there twice"));
      }
    }
    return units.size() < written.size() ? null : new AskedUnits(List.copyOf(units), true);
  }

  private static Reading<String> unit(@Nullable Object text) {
    return text instanceof String unit
        ? Identifier.read(unit)
        : Reading.refused("must be the id of a unit");
  }

  /** A violation for each that is not known. */
  List<Violation> unknown(Predicate<String> isKnown) {
    return IntStream.range(0, ids.size())
        .filter(i -> !isKnown.test(ids.get(i)))
        .mapToObj(
            i ->
                new Violation(
                    isList ? MEMBER + "/" + i : MEMBER, "the directory does not know this unit"))
        .toList();
  }
}
