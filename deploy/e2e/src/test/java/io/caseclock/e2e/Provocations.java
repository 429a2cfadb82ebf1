package io.caseclock.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.caseclock.e2e.ErrorTable.Refusal;
import io.caseclock.local.audit.ServiceClient;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a precinct system may do wrong when it posts an event, and what may befall it. */
final class Provocations {

  private static final String ONE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final int LARGEST_EVENT = 256 * 1024;
  private static final int LARGEST_BATCH = 1_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** A fault that is no fault of the database. */
  private static final String RAISED = "P0001";

  private static final String DISK_FULL = "53100";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Provocation> all = new ArrayList<>();
  private final Suite suite;
  private final String token;

  Provocations(Suite suite) {
    this.suite = suite;
    this.token = "Bearer " + suite.stack().token(LocalRole.PRECINCT_SYSTEM, Roster.STATION, null);
    spoiledEvents();
    spoiledRequests();
    more("409", "conflicting-event", "an id with other content", this::conflict);
    more("413", "too-large", "a batch of 1,001", this::largeBatch);
    more("429", "too-many-requests", "two events of a client that may send one", this::overQuota);
    more("500", "internal-error", "a fault on our side", id -> failing(id, RAISED));
    more("503", "unavailable", "a database without a disk", id -> failing(id, DISK_FULL));
  }

  /**
   * One way to be refused.
   *
   * @param id of an event that is refused, and sound but for that
   */
  record Provocation(Refusal refusal, String how, String id, Act act) {

    HttpResponse<String> answer() {
      return act.with(id);
    }

    @Override
    public String toString() {
      return refusal + ": " + how;
    }
  }

  /** Posts something. */
  interface Act {
    HttpResponse<String> with(String id);
  }

  List<Provocation> all() {
    return Collections.unmodifiableList(all);
  }

  /** An event that may be posted as it is. */
  Map<String, Object> sound(String id) {
    return CloudEvents.of(
        Roster.STATION,
        id,
        "case-filed",
        "case/A9901" + id,
        suite.now(),
        Map.of("facts", Map.of("caseKind", "public-security")));
  }

  private void spoiledEvents() {
    spoiled("400", "invalid-event", "time", "yesterday");
    spoiled("400", "invalid-event", "data", Map.of());
    spoiled("403", "not-allowed", "source", "urn:precinct:" + Roster.OTHER_STATION);
    spoiled("403", "not-allowed", "data", Map.of("unit", Roster.OTHER_STATION));
    spoiled("413", "too-large", "data", Map.of("unit", "9".repeat(LARGEST_EVENT)));
    spoiled("422", "unknown-event-type", "type", "case-dreamt-of");
    spoiled("422", "rule-refuses", "type", "notice-signed");
    spoiled("422", "rule-refuses", "type", "plan-made");
    spoiled("422", "unknown-unit", "data", Map.of("unit", "9907"));
    spoiled("422", "time-in-future", "time", suite.now().plusSeconds(360).toString());
  }

  private void spoiled(String status, String type, String member, Object value) {
    more(
        status,
        type,
        "its " + member,
        id -> {
          Map<String, Object> event = new LinkedHashMap<>(sound(id));
          event.put(member, value);
          return post(ONE, event);
        });
  }

  private void spoiledRequests() {
    more("400", "malformed-request", "half of it", id -> half(Json.text(sound(id))));
    more("401", "not-signed-in", "nobody", id -> post(ONE, sound(id), it -> it));
    more(
        "401",
        "not-signed-in",
        "a token that nobody signed",
        id -> post(ONE, sound(id), it -> it.header("Authorization", token + "x")));
    more("415", "unsupported-media-type", "text", id -> post("text/plain", sound(id)));
  }

  private void more(String status, String type, String how, Act act) {
    var id = "ERRORS%03d".formatted(all.size());
    all.add(new Provocation(new Refusal(status, type), how, id, act));
  }

  private HttpResponse<String> half(String event) {
    return post(ONE, event.substring(0, event.length() / 2), signed());
  }

  private HttpResponse<String> conflict(String id) {
    var first = post(ONE, sound(id));
    if (first.statusCode() != 202) {
      throw new AssertionError("the first was refused: " + first.body());
    }
    Map<String, Object> other = new LinkedHashMap<>(sound(id));
    other.put("time", suite.now().minusSeconds(60).toString());
    return post(ONE, other);
  }

  private HttpResponse<String> largeBatch(String id) {
    return post(BATCH, Collections.nCopies(LARGEST_BATCH + 1, sound(id)));
  }

  /** The client is of this provocation alone, so that nobody else has less. */
  private HttpResponse<String> overQuota(String id) {
    var intake =
        new ServiceClient(suite.stack().intakeUrl(), suite.stack().token(LocalRole.ADMINISTRATOR));
    intake.put(
        "/api/v1/sources/" + id,
        Map.of("sources", List.of(CloudEvents.PRECINCT), "eventsPerDay", 1));
    var issued = intake.post("/api/v1/api-keys", Map.of("client", id, "unit", Roster.STATION));
    var key = "ApiKey " + issued.path("key").asText();
    return post(BATCH, List.of(sound(id), sound(id + "-2")), it -> it.header("Authorization", key));
  }

  private HttpResponse<String> failing(String id, String state) {
    try (var journal = FailingJournal.of(suite, id, state)) {
      return post(ONE, sound(id));
    }
  }

  private HttpResponse<String> post(String contentType, Object body) {
    return post(contentType, body, signed());
  }

  private UnaryOperator<HttpRequest.Builder> signed() {
    return it -> it.header("Authorization", token);
  }

  private HttpResponse<String> post(
      String contentType, Object body, UnaryOperator<HttpRequest.Builder> caller) {
    var text = body instanceof String it ? it : Json.text(body);
    var request =
        HttpRequest.newBuilder(suite.stack().intakeUrl().resolve("/api/v1/events"))
            .timeout(LONGEST)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(text));
    try {
      return http.send(caller.apply(request).build(), BodyHandlers.ofString(UTF_8));
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
