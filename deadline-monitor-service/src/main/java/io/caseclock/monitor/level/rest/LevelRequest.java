package io.caseclock.monitor.level.rest;

import io.caseclock.contract.CaseLevel;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.util.List;

/** Reads {@code {"level": "restricted", "reason": "…"}}. */
record LevelRequest(CaseLevel level, String reason) {

  private static final List<String> MEMBERS = List.of("level", "reason");

  /** Throws a {@link ProblemException} that names every fault. */
  static LevelRequest read(byte[] body) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    var level = CaseLevel.ofWire(String.valueOf(members.get("level")));
    if (level.isEmpty()) {
      faults.add(new Violation("/level", "must be ordinary or restricted"));
    }
    var reason = GivenText.read(members, "reason", faults);
    if (!faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new LevelRequest(level.orElseThrow(), reason);
  }
}
