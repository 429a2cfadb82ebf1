package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How a report, by call or at the counter, becomes a case. */
final class Reports {

  private Reports() {}

  /** Receives the report and decides on acceptance within a day; gives when it was accepted. */
  static Instant accepted(Story story, Map<String, Object> facts, double byCall) {
    var received = story.tell("report-received", story.incident(), story.opensAt(), facts);
    var since =
        story.dice().chance(byCall)
            ? Incidents.handled(story, Map.of("unlawfulFacts", true))
            : received;
    return story.within(hours(22), since, "case-accepted-or-refused", story.theCase());
  }

  /** A report that belongs elsewhere is passed on and the reporter told. */
  static void passedOn(Story story, Map<String, Object> facts) {
    Map<String, Object> stated = new HashMap<>(facts);
    stated.put("jurisdiction", "elsewhere");
    var received = story.tell("report-received", story.incident(), story.opensAt(), stated);
    var transferred = story.within(hours(24), received, "case-transferred", story.theCase());
    story.within(days(3), transferred, "reporter-notified", story.theCase());
  }

  /** Nobody knows yet whose it is; three days to find out. */
  static void undetermined(Story story, Map<String, Object> facts) {
    Map<String, Object> stated = new HashMap<>(facts);
    stated.put("jurisdiction", "undetermined");
    var received = story.tell("report-received", story.incident(), story.opensAt(), stated);
    story.within(days(3), received, "report-disposed", story.incident());
  }
}
