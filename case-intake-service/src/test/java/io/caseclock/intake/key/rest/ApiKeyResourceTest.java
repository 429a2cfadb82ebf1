package io.caseclock.intake.key.rest;

import static io.caseclock.intake.IntakeDoor.EVENTS;
import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.Json;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class ApiKeyResourceTest {

  private static final String PATH = "/api/v1/api-keys";
  private static final String STRUCTURED = "application/cloudevents+json";

  @Inject DataSource dataSource;
  private final String client = "old-system-" + UUID.randomUUID();

  @BeforeEach
  void aClientWithItsSource() {
    IntakeDoor.registerUnits();
    admin()
        .contentType("application/json")
        .body("{\"sources\":[\"" + IntakeDoor.SOURCE + "\"]}")
        .put("/api/v1/sources/" + client)
        .then()
        .statusCode(200);
  }

  @Test
  void a_key_posts_events_of_its_unit_as_its_client_and_reads_their_receipts() {
    var key = made(Map.of());
    var event = caseFiled();

    posted(key, event).statusCode(202);

    with(key)
        .get("/api/v1/receipts?source=" + IntakeDoor.SOURCE + "&id=" + event.get("id"))
        .then()
        .statusCode(200);
    var foreign = caseFiled();
    foreign.put("data", Map.of("unit", "D02", "officer", "O1"));
    posted(key, foreign).statusCode(403).body("violations.pointer", contains("/data/unit"));
    var otherSource = caseFiled();
    otherSource.put("source", "urn:precinct:other");
    posted(key, otherSource).statusCode(403).body("violations.pointer", contains("/source"));
  }

  @Test
  void a_key_for_some_types_posts_no_other() {
    var key = made(Map.of("types", List.of("report-received")));

    posted(key, caseFiled()).statusCode(403).body("violations.pointer", contains("/type"));
    var received = caseFiled();
    received.put("type", "report-received");
    posted(key, received).statusCode(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/journal?caseId=A1",
        "/api/v1/conflicts",
        "/api/v1/sources",
        "/api/v1/api-keys",
        "/api/v1/audit-log",
        "/q/metrics"
      })
  void a_key_opens_nothing_else(String path) {
    with(made(Map.of())).get(path).then().statusCode(403);
  }

  @Test
  void both_secrets_open_during_the_overlap_and_only_the_new_one_without_one() {
    var first = made(Map.of());
    var second = rotated(first, "{\"overlap\":\"P7D\"}").statusCode(200);
    String fresh = second.body("formerUntil", notNullValue()).extract().path("key");

    posted(first, caseFiled()).statusCode(202);
    posted(fresh, caseFiled()).statusCode(202);

    String last = rotated(first, "{\"overlap\":\"PT0S\"}").statusCode(200).extract().path("key");
    posted(first, caseFiled()).statusCode(401);
    posted(fresh, caseFiled()).statusCode(401);
    posted(last, caseFiled()).statusCode(202);
  }

  @Test
  void a_second_rotation_ends_the_first_secret_within_its_overlap() {
    var first = made(Map.of());
    String second = rotated(first, "{}").statusCode(200).extract().path("key");

    var third = rotated(first, "{}").statusCode(200);

    posted(first, caseFiled()).statusCode(401);
    posted(second, caseFiled()).statusCode(202);
    posted(third.extract().path("key"), caseFiled()).statusCode(202);
    listed()
        .body(
            "keys.find { it.id == '" + id(first) + "' }.formerUntil",
            equalTo(third.extract().path("formerUntil")));
  }

  @Test
  void a_key_that_has_ended_gets_no_new_secret() {
    var key = made(Map.of("endsAt", "2099-01-01T00:00:00+08:00"));
    new Sql(dataSource)
        .update("update api_key set ends_at = ? where id = ?", Instant.EPOCH, id(key));

    rotated(key, "{}").statusCode(404);
  }

  @Test
  void the_audit_log_names_the_key_that_was_made() {
    String id =
        as("administrator", "D01")
            .contentType("application/json")
            .body(Json.text(Map.of("client", client, "unit", "D0101")))
            .post(PATH)
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    await()
        .untilAsserted(
            () ->
                as("auditor", "D01")
                    .get("/api/v1/audit-log?limit=500")
                    .then()
                    .body("entries.ids.made", hasItem(id)));
  }

  @Test
  void a_revoked_key_opens_nothing_and_is_not_listed() {
    var key = made(Map.of());
    var other = made(Map.of());
    posted(key, caseFiled()).statusCode(202);
    listed().body("keys.id", hasItem(id(key)));
    listed()
        .body("keys.find { it.id == '" + id(key) + "' }.lastUsedAt", notNullValue())
        .body("keys.find { it.id == '" + id(other) + "' }.lastUsedAt", nullValue());

    admin().delete(PATH + "/" + id(key)).then().statusCode(204);

    posted(key, caseFiled()).statusCode(401);
    listed().body("keys.id", not(hasItem(id(key))));
    admin().delete(PATH + "/" + id(key)).then().statusCode(404);
    rotated(key, "{}").statusCode(404);
  }

  @Test
  void a_list_shows_what_a_key_opens_and_never_a_secret() {
    var key = made(Map.of("types", List.of("case-filed"), "endsAt", "2099-01-01T00:00:00+08:00"));

    var found = "keys.find { it.id == '" + id(key) + "' }.";
    var list = listed();
    list.body(found + "client", equalTo(client))
        .body(found + "unit", equalTo("D01"))
        .body(found + "types", contains("case-filed"))
        .body(found + "createdBy", equalTo("test-caller"))
        .body(found + "endsAt", equalTo("2098-12-31T16:00:00Z"));
    assertThat(list.extract().asString()).doesNotContain(key.substring(17));
    assertThat(
            new Sql(dataSource)
                .query(
                    "select encode(hash, 'hex') from api_key_secret where key_id = ?",
                    row -> row.getString(1),
                    id(key)))
        .singleElement()
        .asString()
        .hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ApiKey",
        "ApiKey ",
        "ApiKey nothing",
        "ApiKey 0123456789abcdef.short",
        "ApiKeys 0123456789abcdef.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "apikey 0123456789abcdef.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "ApiKey 0123456789abcdef.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA x"
      })
  void what_is_no_key_is_refused(String header) {
    given()
        .header("Authorization", header)
        .get("/api/v1/event-types")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
  }

  @Test
  void a_key_beside_a_token_is_refused() {
    given()
        .header("Authorization", "ApiKey " + made(Map.of()))
        .header("Authorization", "Bearer " + TestTokens.of("administrator").sign())
        .get("/api/v1/event-types")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /client",
        "{'client': 'a b', 'unit': 'D01'} | /client",
        "{'client': 'a'} | /unit",
        "{'client': 'a', 'unit': 'D01', 'types': []} | /types",
        "{'client': 'a', 'unit': 'D01', 'types': 'case-filed'} | /types",
        "{'client': 'a', 'unit': 'D01', 'types': ['nothing']} | /types/0",
        "{'client': 'a', 'unit': 'D01', 'types': ['case-filed', 'case-filed']} | /types/1",
        "{'client': 'a', 'unit': 'D01', 'endsAt': '2020-01-01T00:00:00Z'} | /endsAt",
        "{'client': 'a', 'unit': 'D01', 'endsAt': 'never'} | /endsAt",
        "{'client': 'a', 'unit': 'D01', 'role': 'administrator'} | /role"
      })
  void a_request_without_sense_is_refused_with_its_pointer(String body, String pointer) {
    asked(body).statusCode(400).body("violations.pointer", hasItem(pointer));
  }

  @Test
  void a_unit_that_nobody_registered_is_refused() {
    asked("{'client': 'a', 'unit': 'nowhere'}")
        .statusCode(422)
        .body("violations.pointer", contains("/unit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'overlap': 'P31D'}", "{'overlap': '-PT1S'}", "{'overlap': 'P1M'}"})
  void an_overlap_without_sense_is_refused(String body) {
    rotated(made(Map.of()), body.replace('\'', '"'))
        .statusCode(400)
        .body("violations.pointer", contains("/overlap"));
  }

  @Test
  void only_an_administrator_above_all_units_makes_one() {
    var body = Json.text(Map.of("client", client, "unit", "D0101"));
    for (var caller : List.of(as("administrator", "D0101"), as("auditor", "D01"))) {
      caller.contentType("application/json").body(body).post(PATH).then().statusCode(403);
    }
    as("auditor", "D01").get(PATH).then().statusCode(200).body("keys", not(empty()));
    as("auditor", "D0101").get(PATH).then().statusCode(403);
  }

  private static RequestSpecification admin() {
    return bearer(TestTokens.of("administrator").sign());
  }

  private static ValidatableResponse listed() {
    return admin().get(PATH).then().statusCode(200);
  }

  private static ValidatableResponse asked(String body) {
    return admin().contentType("application/json").body(body.replace('\'', '"')).post(PATH).then();
  }

  private String made(Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("client", client);
    body.put("unit", "D01");
    return admin()
        .contentType("application/json")
        .body(Json.text(body))
        .post(PATH)
        .then()
        .statusCode(201)
        .header("Cache-Control", equalTo("no-store"))
        .extract()
        .path("key");
  }

  private static ValidatableResponse rotated(String key, String body) {
    return admin()
        .contentType("application/json")
        .body(body)
        .post(PATH + "/" + id(key) + "/rotate")
        .then();
  }

  private static String id(String key) {
    return key.substring(0, 16);
  }

  private static RequestSpecification with(String key) {
    return given().header("Authorization", "ApiKey " + key);
  }

  private static ValidatableResponse posted(String key, Map<String, Object> event) {
    return IntakeDoor.plain()
        .header("Authorization", "ApiKey " + key)
        .contentType(STRUCTURED)
        .body(Json.text(event))
        .post(EVENTS)
        .then();
  }
}
