package io.caseclock.intake.source.rest;

import io.caseclock.attribute.Reading;
import io.caseclock.intake.source.ClientLimits;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code {"sources": ["urn:precinct:9901", "urn:precinct:9901:*"], "eventsPerDay": 20000,
 * "eventsPerSecond": 50}}; the last two may be absent.
 */
record SourceRequest(Set<SourcePattern> sources, ClientLimits limits) {

  /** The most sources of one client. */
  static final int MOST = 100;

  private static final int LONGEST_CLIENT = 250;
  private static final String SOURCES = "sources";
  private static final String PER_DAY = "eventsPerDay";
  private static final String PER_SECOND = "eventsPerSecond";

  SourceRequest {
    sources = Set.copyOf(sources);
  }

  /** The subject of a token: whatever a provider gives out, but nothing that is not seen. */
  static String client(String text) {
    if (text.length() > LONGEST_CLIENT || text.chars().anyMatch(unit -> unit < ' ' || unit > '~')) {
      throw RequestFaults.refused(
          List.of(
              new Violation(
                  "/client", "must be the subject of a token: 1 to 250 ASCII characters")));
    }
    return text;
  }

  /**
   * @param mostPerSecond the rate of all clients
   */
  static SourceRequest read(byte[] body, long mostPerSecond) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, List.of(SOURCES, PER_DAY, PER_SECOND));
    var sources = sources(members, faults);
    var perDay = number(members, PER_DAY, ClientLimits.MOST_A_DAY, faults);
    var perSecond = number(members, PER_SECOND, mostPerSecond, faults);
    if (!faults.isEmpty()) {
      throw RequestFaults.refused(faults);
    }
    return new SourceRequest(sources, new ClientLimits(perDay, perSecond));
  }

  private static Set<SourcePattern> sources(Map<String, Object> members, List<Violation> faults) {
    Set<SourcePattern> sources = new LinkedHashSet<>();
    if (members.get(SOURCES) instanceof List<?> texts && !texts.isEmpty() && texts.size() <= MOST) {
      for (var i = 0; i < texts.size(); i++) {
        read(texts.get(i), "/sources/" + i, sources, faults);
      }
    } else {
      faults.add(new Violation("/sources", "must be a list of 1 to " + MOST + " sources"));
    }
    return sources;
  }

  private static void read(
      Object text, String pointer, Set<SourcePattern> sources, List<Violation> faults) {
    var reading =
        text instanceof String source
            ? SourcePattern.read(source)
            : Reading.<SourcePattern>refused("must be a text");
    var pattern = RequestFaults.sound(reading, pointer, faults);
    if (pattern != null) {
      sources.add(pattern);
    }
  }

  private static @Nullable Long number(
      Map<String, Object> members, String name, long most, List<Violation> faults) {
    if (!members.containsKey(name)) {
      return null;
    }
    if ((members.get(name) instanceof Integer || members.get(name) instanceof Long)
        && members.get(name) instanceof Number number
        && number.longValue() >= 1
        && number.longValue() <= most) {
      return number.longValue();
    }
    faults.add(new Violation("/" + name, "must be a whole number from 1 to " + most));
    return null;
  }
}
