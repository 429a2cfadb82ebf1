package io.caseclock.intake.source.rest;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
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
class GoLiveResourceTest {

  @Inject DataSource database;

  private final String source = "urn:precinct:live:" + UUID.randomUUID();

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void what_happened_before_the_go_live_date_is_kept_as_history_until_it_is_ended() {
    put("{\"at\":\"2027-01-01T00:00:00+08:00\"}")
        .statusCode(200)
        .body("source", equalTo(source))
        .body("at", equalTo("2026-12-31T16:00:00Z"))
        .body("setBy", equalTo("test-caller"));
    assertThat(postedUntil("e-1")).isEqualTo("2026-12-31T16:00:00Z");

    put("{\"at\":\"2027-02-01T00:00:00Z\"}").statusCode(200);
    assertThat(postedUntil("e-2")).isEqualTo("2027-02-01T00:00:00Z");
    as("administrator", "D01").delete(path()).then().statusCode(204);

    assertThat(postedUntil("e-3")).isNull();
    as("auditor", "D01").get(path()).then().statusCode(404);
    as("administrator", "D01").delete(path()).then().statusCode(404);
  }

  @Test
  void an_event_that_is_sent_again_is_known_before_whatever_date_was_set_meanwhile() {
    var event = event("e-1");
    post(as("administrator", "D01"), event).statusCode(202);
    put("{\"at\":\"2027-02-01T00:00:00Z\"}").statusCode(200);

    post(as("administrator", "D01"), event).statusCode(200);
  }

  @Test
  void the_same_event_with_and_without_the_mark_is_a_conflict() {
    var event = event("e-1");
    post(as("administrator", "D01"), event).statusCode(202);
    event.put("historyuntil", "2020-01-01T00:00:00Z");

    post(as("administrator", "D01"), event).statusCode(409);
  }

  @Test
  void a_source_that_is_an_address_and_a_beginning_can_be_named() {
    for (var name :
        new String[] {"https%3A%2F%2Fprecinct.example%2Fa", "urn%3Aprecinct%3Alive%3A*"}) {
      as("administrator", "D01")
          .urlEncodingEnabled(false)
          .contentType("application/json")
          .body("{\"at\":\"2020-01-01T00:00:00Z\"}")
          .put("/api/v1/sources/" + name + "/go-live")
          .then()
          .statusCode(200);
      as("administrator", "D01")
          .urlEncodingEnabled(false)
          .delete("/api/v1/sources/" + name + "/go-live")
          .then()
          .statusCode(204);
    }
  }

  @Test
  void who_set_which_date_is_kept_when_it_has_ended() {
    put("{\"at\":\"2020-01-01T00:00:00Z\"}").statusCode(200);
    put("{\"at\":\"2021-01-01T00:00:00Z\"}").statusCode(200);

    var ended =
        new Sql(database)
            .query(
                "select go_live_at::date::text from source_go_live where source = ?"
                    + " and ended_by = 'test-caller' and ended_at >= set_at",
                row -> row.getString(1),
                source);
    assertThat(ended).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"at\":7}",
        "{\"at\":\"2020-01-01\"}",
        "{\"at\":\"2099-01-01T00:00:00Z\"}",
        "{\"at\":\"2020-01-01T00:00:00Z\",\"from\":1}"
      })
  void anything_else_is_refused(String body) {
    put(body).statusCode(400).body("type", equalTo("urn:caseclock:problem:malformed-request"));
  }

  @Test
  void a_source_that_nobody_posts_as_has_no_date() {
    as("administrator", "D01")
        .contentType("application/json")
        .body("{\"at\":\"2020-01-01T00:00:00Z\"}")
        .put("/api/v1/sources/urn:caseclock:x/go-live")
        .then()
        .statusCode(400)
        .body("violations.pointer", hasItem("/source"));
  }

  private String postedUntil(String id) {
    post(as("administrator", "D01"), event(id)).statusCode(202);
    return new Sql(database)
        .query(
            "select to_char(history_until at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                + " from journal where source = ? and event_id = ?",
            row -> row.getString(1),
            source,
            id)
        .getFirst();
  }

  private HashMap<String, Object> event(String id) {
    var event = new HashMap<String, Object>(caseFiled());
    event.put("source", source);
    event.put("id", id);
    return event;
  }

  private ValidatableResponse put(String body) {
    return as("administrator", "D01").contentType("application/json").body(body).put(path()).then();
  }

  private String path() {
    return "/api/v1/sources/" + source + "/go-live";
  }
}
