package io.caseclock.monitor.feed.rest;

import io.caseclock.contract.StraightText;
import io.caseclock.monitor.feed.FeedLanguage;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.util.List;

/** The wish for a link: {@code {"name": "…", "language": "zh"}}. */
record FeedRequest(String name, FeedLanguage language) {

  private static final List<String> MEMBERS = List.of("name", "language");
  private static final int LONGEST = 80;

  /** Refuses with a {@link ProblemException} that names every fault. */
  static FeedRequest read(byte[] body) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    var name = members.get("name") instanceof String text ? text.strip() : "";
    if (!isName(name)) {
      faults.add(
          new Violation(
              "/name",
              "must be one line of 1 to "
                  + LONGEST
                  + " characters, none of which turns the direction of text"));
    }
    var language = FeedLanguage.ofWire(String.valueOf(members.get("language")));
    if (language.isEmpty()) {
      faults.add(new Violation("/language", "must be zh or en"));
    }
    if (!faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new FeedRequest(name, language.orElseThrow());
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= LONGEST && StraightText.isLine(name);
  }
}
