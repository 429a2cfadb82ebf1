package io.caseclock.intake.key.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static io.caseclock.intake.IntakeDoor.withData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.intake.key.KeySecret;
import io.caseclock.intake.key.jdbc.JdbcApiKeys;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key of a system that posts for several stations. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class SeveralUnitsOfKeyTest {

  private static final String PATH = "/api/v1/api-keys";
  private static final String UNIT = "Caseclock-Unit";

  @Inject DataSource dataSource;
  private final String client = "several-units-" + UUID.randomUUID();

  @BeforeEach
  void aClientWithItsSource() {
    IntakeDoor.registerUnits();
    admin()
        .contentType("application/json")
        .body(Map.of("sources", List.of(IntakeDoor.SOURCE)))
        .put("/api/v1/sources/" + client)
        .then()
        .statusCode(200);
  }

  @Test
  void a_key_posts_for_the_first_of_its_units_or_the_one_that_a_request_names() {
    var key = made(List.of("D0101", "D02"));

    post(with(key), caseFiled()).statusCode(202);
    post(with(key), of("D02")).statusCode(403).body("violations.pointer", contains("/data/unit"));
    post(with(key).header(UNIT, "D02"), of("D02")).statusCode(202);
    post(with(key).header(UNIT, "D02"), caseFiled())
        .statusCode(403)
        .body("violations.pointer", contains("/data/unit"));
  }

  @Test
  void a_key_acts_in_no_unit_of_somebody_else() {
    var key = made(List.of("D0101", "D02"));
    var event = of("D0102");

    post(with(key).header(UNIT, "D0102"), event)
        .statusCode(403)
        .body("violations.pointer", contains("/" + UNIT));
    post(with(made("D02")).header(UNIT, "D0102"), event)
        .statusCode(403)
        .body("violations.pointer", contains("/" + UNIT));
    as("precinct-system", "D01")
        .queryParam("source", event.get("source"))
        .queryParam("id", event.get("id"))
        .get("/api/v1/receipts")
        .then()
        .statusCode(404);
  }

  @Test
  void a_list_of_keys_shows_the_units_of_each() {
    var several = id(made(List.of("D02", "D0101")));
    var one = id(made("D01"));
    var alone = id(made(List.of("D01")));

    admin()
        .get(PATH)
        .then()
        .body("keys.find { it.id == '" + several + "' }.unit", equalTo("D02"))
        .body("keys.find { it.id == '" + several + "' }.units", contains("D02", "D0101"))
        .body("keys.find { it.id == '" + one + "' }.units", contains("D01"))
        .body("keys.find { it.id == '" + alone + "' }.units", contains("D01"));
  }

  @Test
  void a_key_that_an_older_replica_made_opens_its_one_unit() {
    var secret = KeySecret.random();
    var id = KeySecret.randomId();
    madeByAnOlderReplica(id, secret);

    assertThat(new JdbcApiKeys(dataSource).opened())
        .filteredOn(opened -> opened.key().id().equals(id))
        .singleElement()
        .satisfies(opened -> assertThat(opened.key().units()).containsExactly("D0101"));
    admin().delete(PATH + "/" + id(made("D01"))).then().statusCode(204); // has the keys read again
    post(with(secret.withId(id)), caseFiled()).statusCode(202);
    post(with(secret.withId(id)).header(UNIT, "D0101"), caseFiled()).statusCode(202);
    post(with(secret.withId(id)).header(UNIT, "D02"), of("D02")).statusCode(403);
  }

  @Test
  void an_older_replica_finds_the_first_unit_of_a_key_where_it_looks() {
    var key = made(List.of("D02", "D0101"));

    assertThat(
            new Sql(dataSource)
                .query("select unit from api_key where id = ?", row -> row.getString(1), id(key)))
        .containsExactly("D02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | /unit",
        "['D01', 'D02', 7] | /unit/2",
        "['D01', null] | /unit/1",
        "['D01', ['D02']] | /unit/1",
        "['D01', ''] | /unit/1",
        "['D01', 'D02', 'D01'] | /unit/2",
        "{'id': 'D01'} | /unit",
        "7 | /unit"
      })
  void units_without_sense_are_refused_with_their_pointer(String unit, String pointer) {
    asked("{'client': 'a', 'unit': " + unit + "}")
        .statusCode(400)
        .body("violations.pointer", contains(pointer));
  }

  @Test
  void more_than_sixteen_units_are_refused() {
    asked(Json.text(Map.of("client", client, "unit", Collections.nCopies(17, "D01"))))
        .statusCode(400)
        .body("violations.pointer", contains("/unit"));
  }

  @Test
  void each_unit_that_nobody_registered_is_named() {
    asked("{'client': 'a', 'unit': ['D01', 'nowhere', 'D02', 'neither']}")
        .statusCode(422)
        .body("violations.pointer", contains("/unit/1", "/unit/3"));
  }

  private String made(Object unit) {
    return asked(Json.text(Map.of("client", client, "unit", unit)))
        .statusCode(201)
        .extract()
        .path("key");
  }

  private static ValidatableResponse asked(String body) {
    return admin().contentType("application/json").body(body.replace('\'', '"')).post(PATH).then();
  }

  /** By the statements of the version before. */
  private void madeByAnOlderReplica(String id, KeySecret secret) {
    var sql = new Sql(dataSource);
    sql.update(
        "insert into api_key (id, kind, client, unit, types, created_by, created_at)"
            + " values (?, 'secret', ?, 'D0101', '{}', 'admin', ?)",
        id,
        client,
        Instant.EPOCH);
    sql.update(
        "insert into api_key_secret (key_id, hash, made_at) values (?, ?, ?)",
        id,
        secret.hash(),
        Instant.EPOCH);
  }

  private static Map<String, Object> of(String unit) {
    return withData(caseFiled(), "unit", unit);
  }

  private static RequestSpecification admin() {
    return bearer(TestTokens.of("administrator").sign());
  }

  private static RequestSpecification with(String key) {
    return IntakeDoor.plain().header("Authorization", "ApiKey " + key);
  }

  private static String id(String key) {
    return key.substring(0, 16);
  }
}
