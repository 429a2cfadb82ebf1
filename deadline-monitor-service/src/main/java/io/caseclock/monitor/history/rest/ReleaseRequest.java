package io.caseclock.monitor.history.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.attribute.Reading;
import io.caseclock.monitor.watch.ReleaseAs;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"unit": "D0101", "rule": "case-filing", "as": "digest"}}. */
record ReleaseRequest(String unit, String rule, ReleaseAs as) {

  private static final List<String> MEMBERS = List.of("unit", "rule", "as");

  /** Throws a {@link ProblemException} that names every fault. */
  static ReleaseRequest read(byte[] body) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    var unit = identifier(members, "unit", faults);
    var rule = identifier(members, "rule", faults);
    var as = as(members.get("as"), faults);
    if (!faults.isEmpty() || unit == null || rule == null || as == null) {
      throw RequestFaults.refused(faults);
    }
    return new ReleaseRequest(unit, rule, as);
  }

  private static @Nullable String identifier(
      Map<String, Object> members, String name, List<Violation> faults) {
    var reading =
        members.get(name) instanceof String text
            ? Identifier.read(text)
            : Reading.<String>refused("must be a text");
    return RequestFaults.sound(reading, "/" + name, faults);
  }

  private static @Nullable ReleaseAs as(@Nullable Object word, List<Violation> faults) {
    var found = Arrays.stream(ReleaseAs.values()).filter(as -> as.wire().equals(word)).findFirst();
    if (found.isEmpty()) {
      faults.add(new Violation("/as", "must be digest, notices or nothing"));
    }
    return found.orElse(null);
  }
}
