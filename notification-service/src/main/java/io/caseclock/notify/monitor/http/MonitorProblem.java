package io.caseclock.notify.monitor.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemType;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the problem document of a refusal. */
final class MonitorProblem {

  /** A refusal without a readable document is told by its status alone. */
  static Problem of(HttpResponse<InputStream> response) throws IOException {
    var document = document(HttpMonitorApi.bytes(response));
    List<Violation> violations = new ArrayList<>();
    for (var one : document.path("violations")) {
      violations.add(new Violation(one.path("pointer").asText(), one.path("message").asText()));
    }
    var type = type(document.path("type").asText(), response.statusCode());
    return Problem.of(type, document.path("detail").asText(), violations);
  }

  private static JsonNode document(byte[] bytes) {
    try {
      return Json.MAPPER.readTree(bytes);
    } catch (IOException e) {
      return Json.MAPPER.missingNode();
    }
  }

  private static ProblemType type(String uri, int status) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.uri().equals(uri))
        .findFirst()
        .orElseGet(() -> ofStatus(status));
  }

  private static ProblemType ofStatus(int status) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.status() == status)
        .findFirst()
        .orElse(ProblemType.INTERNAL_ERROR);
  }

  private MonitorProblem() {}
}
