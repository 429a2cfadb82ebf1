package io.caseclock.monitor.level.rest;

import io.caseclock.monitor.level.Review.Finding;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.util.List;

/** Reads {@code {"finding": "justified", "note": "…"}}. */
record ReviewRequest(Finding finding, String note) {

  private static final List<String> MEMBERS = List.of("finding", "note");

  /** Throws a {@link ProblemException} that names every fault. */
  static ReviewRequest read(byte[] body) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    var finding = Finding.ofWire(String.valueOf(members.get("finding")));
    if (finding.isEmpty()) {
      faults.add(new Violation("/finding", "must be justified or unjustified"));
    }
    var note = GivenText.read(members, "note", faults);
    if (!faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new ReviewRequest(finding.orElseThrow(), note);
  }
}
