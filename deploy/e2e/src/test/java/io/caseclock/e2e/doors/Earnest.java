package io.caseclock.e2e.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.e2e.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Requests that are done, for operations of which the tables name what nobody has: they are there
 * to find out who is let in.
 */
final class Earnest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String DAY = " GET /api/v1/audit-log/days/{day}";
  private static final String NOTICES = "notification POST /api/v1/notices";

  private final Map<String, UnaryOperator<Request>> changes = new HashMap<>();

  /** The notice that was issued here, and is not signed yet. */
  private String unsigned = Calls.NOTHING;

  private Earnest(LocalDate today, Things things) {
    for (var service : List.of("intake", "monitor", "notification")) {
      changes.put(service + DAY, to("/api/v1/audit-log/days/" + today));
    }
    changes.put(
        "intake DELETE /api/v1/officers/{officer}/contacts",
        to("/api/v1/officers/" + GuardedUnit.COLLEAGUE + "/contacts"));
    monitor(today, things);
    notification(things);
  }

  static Earnest of(Suite suite, Things things) {
    return new Earnest(suite.now().atZone(ZONE).toLocalDate(), things);
  }

  private void monitor(LocalDate today, Things things) {
    changes.put(
        "monitor GET /api/v1/rules/{id}/computation",
        request -> request.at(request.target() + "?start=" + today));
    changes.put(
        "monitor POST /api/v1/cases/{caseId}/break-glass",
        request ->
            with(Map.of("reason", "示例：夜间值班"))
                .apply(request.at("/api/v1/cases/" + things.value("hidden") + "/break-glass")));
    var week = today.minusDays(7);
    changes.put(
        "monitor POST /api/v1/closings",
        with(Map.of("unit", things.value("unit"), "kind", "daily", "from", week.toString())));
    changes.put("monitor POST /api/v1/impact", with(OwnThings.candidate()));
    changes.put("monitor POST /api/v1/impact-run", with(OwnThings.candidate()));
  }

  private void notification(Things things) {
    Map<String, Object> found = Map.of("element", "case", "provision", "示例规定 第一条", "text", "示例问题");
    Map<String, Object> notice =
        Map.of(
            "unit", things.value("unit"),
            "officer", things.value("officer"),
            "caseId", things.value("case"),
            "cause", "示例事由",
            "known", List.of(),
            "found", List.of(found));
    changes.put(NOTICES, with(notice));
    changes.put(
        NOTICES + "/{id}/reassign", with(Map.of("officer", GuardedUnit.COLLEAGUE, "text", "示例原因")));
    changes.put(NOTICES + "/{id}/sign", request -> request.at(ofUnsigned("sign")));
    changes.put(
        NOTICES + "/{id}/{step}",
        request -> with(Map.of("text", "示例异议")).apply(request.at(ofUnsigned("object"))));
    changes.put("notification POST /api/v1/channels/{id}/test", to("/api/v1/channels/hook/test"));
    changes.put(
        "notification DELETE /api/v1/templates/{kind}",
        request -> request.at(request.target() + "?version=1"));
  }

  private String ofUnsigned(String step) {
    return "/api/v1/notices/" + unsigned + "/" + step;
  }

  /** Remembers what a draft became. */
  void saw(Operation operation, Reply reply) {
    if (operation.name().equals(NOTICES + "/{id}/issue") && reply.isDone()) {
      unsigned = id(reply);
    }
  }

  /** Whether the walk's own request would be refused. */
  boolean knows(Operation operation) {
    return changes.containsKey(operation.name());
  }

  Request in(Operation operation, Request request) {
    return Objects.requireNonNull(changes.get(operation.name())).apply(request);
  }

  private static String id(Reply reply) {
    try {
      return JSON.readTree(reply.body()).path("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnaryOperator<Request> to(String target) {
    return request -> request.at(target);
  }

  private static UnaryOperator<Request> with(Map<String, ?> body) {
    try {
      var content = JSON.writeValueAsBytes(body);
      return request -> request.with("application/json", content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
