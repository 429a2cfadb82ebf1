package io.caseclock.intake.source.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.event;
import static io.caseclock.intake.IntakeDoor.post;
import static io.caseclock.intake.IntakeDoor.withData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class SourceResourceTest {

  private static final String PATH = "/api/v1/sources/";

  @Inject DataSource database;

  private final String client = "client-" + UUID.randomUUID();

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void a_client_posts_as_soon_as_it_is_registered_and_no_longer_when_that_ends() {
    post(client(), caseFiled())
        .statusCode(403)
        .body("type", equalTo("urn:caseclock:problem:not-allowed"))
        .body("violations.pointer", contains("/source"))
        .body("detail", containsString("/api/v1/sources"));

    put("{\"sources\":[\"URN:precinct:test\",\"urn:precinct:other:*\"]}")
        .statusCode(200)
        .body("client", equalTo(client))
        .body("sources.source", contains("urn:precinct:other:*", "urn:precinct:test"))
        .body("sources.addedBy", contains("test-caller", "test-caller"));
    post(client(), caseFiled()).statusCode(202);

    put("{\"sources\":[\"urn:precinct:other:*\"]}").statusCode(200);
    post(client(), caseFiled()).statusCode(403);
    as("administrator", "D01").delete(PATH + client).then().statusCode(204);
    as("administrator", "D01").get(PATH + client).then().statusCode(404);
    as("administrator", "D01").delete(PATH + client).then().statusCode(404);
  }

  @Test
  void who_let_whom_post_is_kept_when_it_has_ended() {
    put("{\"sources\":[\"urn:precinct:a\",\"urn:precinct:b\"]}").statusCode(200);
    put("{\"sources\":[\"urn:precinct:b\"]}").statusCode(200);

    var ended =
        new Sql(database)
            .query(
                "select source from source_client where client = ? and removed_by = 'test-caller'"
                    + " and removed_at >= added_at",
                row -> row.getString(1),
                client);
    assertThat(ended).containsExactly("urn:precinct:a");
  }

  @Test
  void administrators_and_auditors_see_all_registrations() {
    put("{\"sources\":[\"urn:precinct:a\"]}").statusCode(200);

    for (var role : new String[] {"administrator", "auditor"}) {
      as(role, "D01")
          .get("/api/v1/sources")
          .then()
          .statusCode(200)
          .body("clients.client", hasItem(client));
    }
    as("auditor", "D01").delete(PATH + client).then().statusCode(403);
    as("precinct-system", "D01").get("/api/v1/sources").then().statusCode(403);
    as("supervisor", "D01").get(PATH + client).then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"sources\":[]}",
        "{\"sources\":\"urn:x\"}",
        "{\"sources\":[7]}",
        "{\"sources\":[null]}",
        "{\"sources\":[\"*\"]}",
        "{\"sources\":[\"urn:x y\"]}",
        "{\"sources\":[\"urn:caseclock:x\"]}",
        "{\"sources\":[\"urn:person:*\"]}",
        "{\"sources\":[\"urn:x\"],\"source\":[]}",
        "{\"sources\":[\"urn:x\"],\"sources\":[\"urn:y\"]}",
        "{\"sources\":[\"urn:x\"]}{}"
      })
  void a_body_that_is_not_exactly_a_list_of_sources_registers_nobody(String body) {
    put(body).statusCode(400).contentType("application/problem+json");
    as("administrator", "D01").get(PATH + client).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"eventsPerDay\":0",
        "\"eventsPerDay\":100000001",
        "\"eventsPerDay\":1.5",
        "\"eventsPerDay\":\"10\"",
        "\"eventsPerDay\":null",
        "\"eventsPerDay\":-1",
        "\"eventsPerDay\":9223372036854775807",
        "\"eventsPerSecond\":0",
        "\"eventsPerSecond\":4001",
        "\"eventsPerSecond\":[1]",
        "\"eventsPerSecond\":4294967297"
      })
  void a_limit_out_of_its_bounds_is_named_and_registers_nobody(String limit) {
    var member = limit.substring(1, limit.indexOf(':') - 1);

    put("{\"sources\":[\"urn:x\"]," + limit + "}")
        .statusCode(400)
        .body("violations.pointer", contains("/" + member))
        .body("violations[0].message", containsString("whole number from 1 to"));
    as("administrator", "D01").get(PATH + client).then().statusCode(404);
  }

  @Test
  void limits_are_shown_with_who_set_them_and_end_where_they_are_left_out() {
    put("{\"sources\":[\"urn:x\"],\"eventsPerDay\":100000000,\"eventsPerSecond\":4000}")
        .statusCode(200)
        .body("eventsPerDay", equalTo(100_000_000))
        .body("acceptedToday", equalTo(0))
        .body("eventsPerSecond", equalTo(4000))
        .body("limitsSetBy", equalTo("test-caller"))
        .body("limitsSetAt", notNullValue());
    as("auditor", "D01")
        .get("/api/v1/sources")
        .then()
        .body("clients.find { it.client == '" + client + "' }.eventsPerDay", equalTo(100_000_000));

    put("{\"sources\":[\"urn:x\"]}")
        .statusCode(200)
        .body("eventsPerDay", nullValue())
        .body("acceptedToday", nullValue())
        .body("eventsPerSecond", nullValue())
        .body("limitsSetBy", nullValue());
  }

  @Test
  void whoever_is_no_longer_registered_has_no_limits_either() {
    put("{\"sources\":[\"urn:x\"],\"eventsPerDay\":1}").statusCode(200);
    as("administrator", "D01").delete(PATH + client).then().statusCode(204);

    put("{\"sources\":[\"urn:x\"]}").statusCode(200).body("eventsPerDay", nullValue());
  }

  @Test
  void a_neighbour_neither_takes_an_id_first_nor_raises_a_conflict_against_its_owner() {
    var event = caseFiled();
    var neighbour =
        bearer(TestTokens.of("precinct-system").unit("D0102").sources("urn:precinct:x").sign());
    post(neighbour, withData(event, "unit", "D0102")).statusCode(403);

    post(event).statusCode(202);
    var again =
        bearer(TestTokens.of("precinct-system").unit("D0102").sources("urn:precinct:x").sign());
    post(again, withData(event, "unit", "D0102")).statusCode(403);
    as("supervisor", "D01")
        .get("/api/v1/conflicts?limit=1000")
        .then()
        .body("items.findAll { it.id == '" + event.get("id") + "' }", empty());
  }

  @Test
  void a_neighbour_withdraws_nothing_that_has_not_come_yet() {
    var withdrawal = event("event-withdrawn", "case/A-" + UUID.randomUUID());
    withdrawal.put("source", "urn:precinct:x");
    withdrawal.put(
        "data",
        Map.of("unit", "D0102", "source", IntakeDoor.SOURCE, "id", "tomorrow", "reason", "malice"));
    var neighbour =
        bearer(TestTokens.of("precinct-system").unit("D0102").sources("urn:precinct:x").sign());

    post(neighbour, withdrawal)
        .statusCode(403)
        .body("violations.pointer", contains("/data/source"));
  }

  private RequestSpecification client() {
    return bearer(TestTokens.of("precinct-system").name(client).unit("D01").sources().sign());
  }

  private ValidatableResponse put(String body) {
    return as("administrator", "D01")
        .contentType("application/json")
        .body(body)
        .put(PATH + client)
        .then();
  }
}
