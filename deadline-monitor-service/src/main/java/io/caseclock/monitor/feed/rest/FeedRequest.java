package io.caseclock.monitor.feed.rest;

import io.caseclock.contract.StraightText;
import io.caseclock.monitor.feed.FeedLanguage;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.wire.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The wish for a link: {@code {"name": "…", "language": "zh"}}. */
record FeedRequest(String name, FeedLanguage language) {

  private static final Set<String> MEMBERS = Set.of("name", "language");
  private static final int LONGEST = 80;

  /** Refuses with a {@link ProblemException} that names every fault. */
  static FeedRequest read(byte[] body) {
    var members = StrictJson.object(body);
    List<Violation> faults = new ArrayList<>();
    for (var member : members.keySet()) {
      if (!MEMBERS.contains(member)) {
        faults.add(new Violation(Pointer.to(member), "is not known; there are name and language"));
      }
    }
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
      throw new ProblemException(
          Problem.of(
              ProblemType.MALFORMED_REQUEST, "The request has faults; see violations.", faults));
    }
    return new FeedRequest(name, language.orElseThrow());
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= LONGEST && StraightText.isLine(name);
  }
}
