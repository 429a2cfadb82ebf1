package io.caseclock.intake.accept.rest;

import static io.caseclock.intake.IntakeDoor.SOURCE;
import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.event;
import static io.caseclock.intake.IntakeDoor.post;
import static io.caseclock.intake.IntakeDoor.postBatch;
import static io.caseclock.intake.IntakeDoor.postRaw;
import static io.caseclock.intake.IntakeDoor.withData;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.intake.OwnedByAnother;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OwnedByAnother.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "intake"),
      @ResourceArg(name = "owner", value = "other")
    })
class EventResourceTest {

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void a_structured_event_is_accepted_with_a_receipt() {
    var event = caseFiled();
    var caseId = Objects.toString(event.get("subject")).substring("case/".length());

    post(event)
        .statusCode(202)
        .body("source", equalTo(SOURCE))
        .body("id", equalTo(event.get("id")))
        .body("caseId", equalTo(caseId))
        .body("status", equalTo("accepted"))
        .body("receipt", startsWith("/api/v1/receipts?source=urn%3Aprecinct%3Atest&id="));
  }

  @Test
  void a_binary_event_carries_its_attributes_in_headers() {
    var event = caseFiled();

    var request = as("precinct-system", "D01");
    event.forEach(
        (name, value) -> {
          if (!name.equals("data")) {
            request.header("ce-" + name, value);
          }
        });

    postRaw(request, "application/json", "{\"unit\":\"D0101\",\"officer\":\"O1\"}")
        .statusCode(202)
        .body("id", equalTo(event.get("id")));
    post(event).statusCode(200).body("status", equalTo("duplicate"));
  }

  @Test
  void the_same_event_again_is_a_duplicate_with_the_first_acceptance() {
    var event = caseFiled();
    String first = post(event).statusCode(202).extract().path("acceptedAt");
    event.put("time", "2026-03-02T01:30:00Z");

    post(event)
        .statusCode(200)
        .body("status", equalTo("duplicate"))
        .body("acceptedAt", equalTo(first));
  }

  @Test
  void the_same_id_with_other_content_is_a_conflict_and_seen_by_a_supervisor() {
    var event = caseFiled();
    post(event).statusCode(202);

    post(withData(event, "officer", "O2"))
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:caseclock:problem:conflicting-event"))
        .body("id", equalTo(event.get("id")));
    post(withData(event, "officer", "O2")).statusCode(409);

    var mine = "items.findAll { it.id == '" + event.get("id") + "' }";
    as("supervisor", "D01").get("/api/v1/conflicts?limit=1000").then().body(mine, hasSize(1));
    as("supervisor", "D02").get("/api/v1/conflicts?limit=1000").then().body(mine, hasSize(0));
  }

  @Test
  void a_batch_keeps_the_good_and_tells_of_each() {
    var good = caseFiled();
    var earlier = caseFiled();
    post(earlier).statusCode(202);

    postBatch(
            as("precinct-system", "D01"),
            List.of(
                good,
                earlier,
                good,
                withData(good, "officer", "O9"),
                event("no-such-type", "case/X"),
                withData(caseFiled(), "unit", "D02"),
                "not an event"))
        .statusCode(207)
        .body("results.index", contains(0, 1, 2, 3, 4, 5, 6))
        .body(
            "results.status",
            contains(
                "accepted", "duplicate", "duplicate", "conflict", "refused", "refused", "refused"))
        .body("results[3].problem.status", equalTo(409))
        .body("results[4].problem.status", equalTo(422))
        .body("results[5].problem.status", equalTo(403))
        .body("results[6].problem.status", equalTo(400))
        .body("results[6].id", nullValue());
    post(good).statusCode(200);
  }

  @Test
  void a_batch_of_sound_events_is_plainly_ok() {
    postBatch(as("precinct-system", "D01"), List.of(caseFiled(), caseFiled()))
        .statusCode(200)
        .body("results.status", contains("accepted", "accepted"));
    postBatch(as("precinct-system", "D01"), List.of()).statusCode(200);
  }

  @Test
  void a_batch_of_1001_is_too_large_and_1000_are_not() {
    var thousand = IntStream.range(0, 1000).mapToObj(i -> caseFiled()).toList();
    var more = IntStream.range(0, 1001).mapToObj(i -> Map.of()).toList();

    postBatch(as("precinct-system", "D01"), thousand)
        .statusCode(200)
        .body("results", hasSize(1000));
    postBatch(as("precinct-system", "D01"), more)
        .statusCode(413)
        .body("type", equalTo("urn:caseclock:problem:too-large"));
  }

  @Test
  void what_is_not_json_is_malformed() {
    var caller = as("precinct-system", "D01");
    postRaw(caller, "application/cloudevents+json", "{\"id\": ")
        .statusCode(400)
        .body("type", equalTo("urn:caseclock:problem:malformed-request"));
    postRaw(as("precinct-system", "D01"), "application/cloudevents+json", "{\"id\":1,\"id\":2}")
        .statusCode(400);
    postRaw(as("precinct-system", "D01"), "application/cloudevents-batch+json", "{}")
        .statusCode(400)
        .body("type", equalTo("urn:caseclock:problem:malformed-request"));
    postRaw(as("precinct-system", "D01"), "application/cloudevents+json", "[1]")
        .statusCode(400)
        .body("detail", containsString("application/cloudevents-batch+json"))
        .body("violations[0].message", startsWith("is an array"));
    postRaw(as("precinct-system", "D01"), "text/plain", "hello").statusCode(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "0",
        "\"text\"",
        "[]",
        "{}",
        "{\"specversion\":1.0,\"type\":{},\"data\":[]}",
        "{\"type\":\"case-filed\",\"subject\":\"case/\",\"data\":null}",
        "{\"type\":\"unit-registered\",\"subject\":\"unit/X\",\"data\":{\"names\":\"x\",\"kind\":1}}",
        "{\"type\":\"officer-assigned\",\"data\":{\"roles\":\"all\",\"unit\":[]}}",
        "{\"type\":\"case-filed\",\"data\":{\"facts\":[1],\"caseId\":{},\"n\":1e999}}",
        "{\"type\":\"facts-stated\",\"data\":{\"facts\":{\"custody\":null}}}",
        "{\"time\":\"+999999999-12-31T23:59:59Z\"}",
        "\u0000\u0000{\"a\":1}"
      })
  void nothing_that_a_sender_writes_breaks_us(String body) {
    for (var type : List.of("application/cloudevents+json", "application/json")) {
      postRaw(as("administrator", "D01"), type, body).statusCode(400);
    }
    postRaw(as("administrator", "D01"), "application/cloudevents-batch+json", "[" + body + "]")
        .statusCode(oneOf(207, 400));
  }

  @Test
  void an_event_above_256_kib_is_too_large_alone_and_in_a_batch() {
    var large = withData(caseFiled(), "note", "x".repeat(256 * 1024));

    post(large).statusCode(413).body("type", equalTo("urn:caseclock:problem:too-large"));
    postBatch(as("precinct-system", "D01"), List.of(caseFiled(), large))
        .statusCode(207)
        .body("results.status", contains("accepted", "refused"))
        .body("results[1].problem.status", equalTo(413));
  }

  @Test
  void each_fault_has_its_pointer() {
    var event = caseFiled();
    event.remove("time");
    event.put("specversion", "0.3");
    event.put("data", Map.of("officer", 7, "facts", Map.of("caseKind", "nonsense")));

    post(event)
        .statusCode(400)
        .body("type", equalTo("urn:caseclock:problem:invalid-event"))
        .body(
            "violations.pointer.sort()",
            contains(
                "/data/facts/caseKind", "/data/officer", "/data/unit", "/specversion", "/time"));
  }

  @Test
  void a_nul_character_is_refused_before_it_reaches_the_database() {
    post(withData(caseFiled(), "note", "a\u0000b"))
        .statusCode(400)
        .body("violations.pointer", contains("/data/note"));
  }

  @Test
  void an_unknown_unit_and_a_foreign_unit_are_told_apart() {
    post(withData(caseFiled(), "unit", "D99"))
        .statusCode(422)
        .body("type", equalTo("urn:caseclock:problem:unknown-unit"))
        .body("violations.pointer", contains("/data/unit"));
    post(as("precinct-system", "D0102"), caseFiled())
        .statusCode(403)
        .body("type", equalTo("urn:caseclock:problem:not-allowed"))
        .body("violations.pointer", contains("/data/unit"));
  }

  @Test
  void only_the_right_roles_post() {
    post(as("officer", "D01"), caseFiled()).statusCode(403);
    post(as("auditor", "D01"), caseFiled()).statusCode(403);
    post(as("supervisor", "D01"), caseFiled()).statusCode(403);
    io.restassured.RestAssured.given()
        .contentType("application/cloudevents+json")
        .post(IntakeDoor.EVENTS)
        .then()
        .statusCode(401);

    var finding = event("finding-recorded", "case/A-1");
    finding.put("source", "urn:person:account:test-caller");
    finding.put(
        "data",
        Map.of("unit", "D0101", "element", "case", "provision", "test 1", "text", "fictional"));
    post(as("legal-officer", "D0101"), finding).statusCode(202);
  }

  @Test
  void only_an_administrator_registers_units_and_only_below_the_own_one() {
    post(as("precinct-system", "D01"), IntakeDoor.unit("D0199", "D01")).statusCode(403);
    post(as("administrator", "D02"), IntakeDoor.unit("D0198", "D01")).statusCode(403);
    post(as("administrator", "D01"), IntakeDoor.unit("D0197", "D01")).statusCode(202);
    post(as("administrator", "D01"), withData(caseFiled(), "unit", "D0197")).statusCode(202);
  }

  @Test
  void events_about_notices_are_not_taken_from_outside() {
    post(event("notice-issued", "case/A-1"))
        .statusCode(422)
        .body("type", equalTo("urn:caseclock:problem:rule-refuses"));
  }
}
