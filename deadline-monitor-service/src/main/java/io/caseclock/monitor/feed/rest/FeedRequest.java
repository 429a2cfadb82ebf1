package io.caseclock.monitor.feed.rest;

import io.caseclock.attribute.WrittenText;
import io.caseclock.monitor.feed.FeedLanguage;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.util.List;
import java.util.Objects;

/** The wish for a link: {@code {"name": "…", "language": "zh"}}. */
record FeedRequest(String name, FeedLanguage language) {

  private static final List<String> MEMBERS = List.of("name", "language");
  private static final WrittenText NAME = WrittenText.line(80);

  /** Refuses with a {@link ProblemException} that names every fault. */
  static FeedRequest read(byte[] body) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, MEMBERS);
    var given = members.get("name") instanceof String text ? text : "";
    var name = RequestFaults.sound(NAME.read(given), Pointer.to("name"), faults);
    var language = FeedLanguage.ofWire(String.valueOf(members.get("language")));
    if (language.isEmpty()) {
      faults.add(new Violation("/language", "must be zh or en"));
    }
    if (!faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new FeedRequest(Objects.requireNonNull(name), language.orElseThrow());
  }
}
