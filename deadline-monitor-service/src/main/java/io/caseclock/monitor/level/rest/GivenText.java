package io.caseclock.monitor.level.rest;

import io.caseclock.attribute.WrittenText;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What somebody wrote to say why. */
final class GivenText {

  private static final WrittenText REASON = WrittenText.line(500);

  /** Without blanks around it; empty where it cannot be taken, and then the violation is added. */
  static String read(Map<String, Object> members, String name, List<Violation> faults) {
    var text = members.get(name) instanceof String given ? given : "";
    return Objects.requireNonNullElse(
        RequestFaults.sound(REASON.read(text), Pointer.to(name), faults), "");
  }

  private GivenText() {}
}
