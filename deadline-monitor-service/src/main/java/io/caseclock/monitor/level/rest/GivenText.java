package io.caseclock.monitor.level.rest;

import io.caseclock.contract.StraightText;
import io.caseclock.problem.Problem.Violation;
import java.util.List;
import java.util.Map;

/** What somebody wrote to say why. */
final class GivenText {

  private static final int LONGEST = 500;

  /** Without blanks around it; empty where it cannot be taken, and then the violation is added. */
  static String read(Map<String, Object> members, String name, List<Violation> faults) {
    var text = members.get(name) instanceof String given ? given.strip() : "";
    if (text.isEmpty() || text.length() > LONGEST || !StraightText.isLine(text)) {
      faults.add(
          new Violation(
              "/" + name,
              "must be one line of 1 to "
                  + LONGEST
                  + " characters, none of which turns the direction of text"));
      return "";
    }
    return text;
  }

  private GivenText() {}
}
