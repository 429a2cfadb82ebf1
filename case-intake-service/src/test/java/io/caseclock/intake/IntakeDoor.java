package io.caseclock.intake;

import static io.restassured.RestAssured.given;

import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.Json;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Speaks to the service as its callers do. */
public final class IntakeDoor {

  public static final String EVENTS = "/api/v1/events";
  public static final String SOURCE = "urn:precinct:test";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";

  private IntakeDoor() {}

  /** A request with a token of that role and unit. */
  public static RequestSpecification as(String role, String unit) {
    return bearer(TestTokens.of(role).unit(unit).sign());
  }

  public static RequestSpecification bearer(String token) {
    return plain().auth().oauth2(token);
  }

  /** A request of a stranger. */
  public static RequestSpecification plain() {
    var encoders =
        EncoderConfig.encoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .encodeContentTypeAs(STRUCTURED, io.restassured.http.ContentType.TEXT)
            .encodeContentTypeAs(BATCH, io.restassured.http.ContentType.TEXT);
    return given().config(RestAssuredConfig.config().encoderConfig(encoders));
  }

  /** Root D01 with the stations D0101 and D0102; D02 beside it. */
  public static void registerUnits() {
    var token = bearer(TestTokens.of("administrator").sign());
    postBatch(
            token,
            List.of(
                unit("D01", null), unit("D0101", "D01"), unit("D0102", "D01"), unit("D02", null)))
        .statusCode(200);
  }

  public static Map<String, Object> unit(String id, String parent) {
    var event = event("unit-registered", "unit/" + id);
    event.put("id", "register-" + id);
    event.put("time", "2026-01-01T00:00:00Z");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("names", Map.of("zh", "测试单位" + id, "en", "Test unit " + id));
    data.put("kind", parent == null ? "bureau" : "station");
    if (parent != null) {
      data.put("parent", parent);
    }
    event.put("data", data);
    return event;
  }

  /** A sound case-filed of unit D0101 in a case of its own. */
  public static Map<String, Object> caseFiled() {
    var event = event("case-filed", "case/A-" + UUID.randomUUID());
    event.put("data", new LinkedHashMap<>(Map.of("unit", "D0101", "officer", "O1")));
    return event;
  }

  public static Map<String, Object> event(String type, String subject) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", UUID.randomUUID().toString());
    event.put("source", SOURCE);
    event.put("type", type);
    event.put("subject", subject);
    event.put("time", "2026-03-02T09:30:00+08:00");
    event.put("data", new LinkedHashMap<>(Map.of("unit", "D0101")));
    return event;
  }

  public static Map<String, Object> with(
      Map<String, Object> event, UnaryOperator<Map<String, Object>> data) {
    Map<String, Object> changed = new LinkedHashMap<>(event);
    @SuppressWarnings("unchecked")
    var before = (Map<String, Object>) event.get("data");
    changed.put("data", data.apply(new LinkedHashMap<>(before)));
    return changed;
  }

  public static Map<String, Object> withData(
      Map<String, Object> event, String member, Object value) {
    return with(
        event,
        data -> {
          data.put(member, value);
          return data;
        });
  }

  public static ValidatableResponse post(Map<String, Object> event) {
    return post(as("precinct-system", "D01"), event);
  }

  public static ValidatableResponse post(RequestSpecification as, Map<String, Object> event) {
    return postRaw(as, STRUCTURED, Json.text(event));
  }

  public static ValidatableResponse postBatch(RequestSpecification as, List<?> events) {
    return postRaw(as, BATCH, Json.text(new ArrayList<>(events)));
  }

  public static ValidatableResponse postRaw(
      RequestSpecification as, String contentType, String body) {
    return as.contentType(contentType)
        .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(EVENTS)
        .then();
  }
}
