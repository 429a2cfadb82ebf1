package io.caseclock.monitor.level.rest;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.util.List;

/** Reads {@code {"reason": "…"}}. */
record BreakGlassRequest(String reason) {

  private static final List<String> MEMBERS = List.of("reason");

  /** Throws a {@link ProblemException} that names every fault. */
  static BreakGlassRequest read(byte[] body) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    var reason = GivenText.read(members, "reason", faults);
    if (!faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new BreakGlassRequest(reason);
  }
}
