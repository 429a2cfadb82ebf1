package io.caseclock.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/** A problem report (RFC 9457) in one line. */
final class Problem {

  private Problem() {}

  static String reason(JsonNode problem) {
    var parts = new ArrayList<String>();
    add(parts, problem.path("title").asText(""));
    add(parts, problem.path("detail").asText(""));
    for (var violation : problem.path("violations")) {
      var pointer = violation.path("pointer").asText("");
      var message = violation.path("message").asText(violation.path("detail").asText(""));
      add(parts, (pointer + " " + message).strip());
    }
    return parts.isEmpty() ? "no reason given" : String.join("; ", parts);
  }

  private static void add(ArrayList<String> parts, String part) {
    if (!part.isBlank()) {
      parts.add(part);
    }
  }
}
