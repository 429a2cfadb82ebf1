package io.caseclock.intake.source.rest;

import io.caseclock.attribute.Reading;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.RequestFaults;
import io.caseclock.wire.StrictJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code {"sources": ["urn:precinct:9901", "urn:precinct:9901:*"]}}. */
final class SourceRequest {

  /** The most sources of one client. */
  static final int MOST = 100;

  private static final int LONGEST_CLIENT = 250;
  private static final String SOURCES = "sources";

  private SourceRequest() {}

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

  static Set<SourcePattern> sources(byte[] body) {
    var members = StrictJson.object(body);
    var faults = RequestFaults.unknown(members, List.of(SOURCES));
    Set<SourcePattern> sources = new LinkedHashSet<>();
    if (members.get(SOURCES) instanceof List<?> texts && !texts.isEmpty() && texts.size() <= MOST) {
      for (var i = 0; i < texts.size(); i++) {
        read(texts.get(i), "/sources/" + i, sources, faults);
      }
    } else {
      faults.add(new Violation("/sources", "must be a list of 1 to " + MOST + " sources"));
    }
    if (!faults.isEmpty()) {
      throw RequestFaults.refused(faults);
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
}
