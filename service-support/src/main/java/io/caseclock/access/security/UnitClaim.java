package io.caseclock.access.security;

import io.caseclock.access.Caller;
import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claim that names the units of a caller: one id, or a list of different ones. Whoever has none
 * is bound to no unit. A claim that is there and cannot be used is not taken for none:
 * administrators who are bound to no unit reach all of them.
 */
final class UnitClaim {

  static final String NAME = "unit";

  /** The units in the order of the claim; refused where it is there and senseless. */
  static Reading<List<String>> read(@Nullable Object claim) {
    if (claim == null || ClaimText.of(claim).filter(String::isBlank).isPresent()) {
      return Reading.sound(List.of());
    }
    Collection<?> written = claim instanceof Collection<?> several ? several : List.of(claim);
    if (written.isEmpty() || written.size() > Caller.MOST_UNITS) {
      return Reading.refused("has " + written.size() + " units, not 1 to " + Caller.MOST_UNITS);
    }
    var units = new LinkedHashSet<String>();
    for (var one : written) {
      var unit = ClaimText.of(one).map(Identifier::read).flatMap(Reading::asValue);
      if (unit.isEmpty()) {
        return Reading.refused("holds what is no id of a unit");
      }
      if (!units.add(unit.get())) {
        return Reading.refused("names a unit twice");
      }
    }
    return Reading.sound(new ArrayList<>(units));
  }

  private UnitClaim() {}
}
