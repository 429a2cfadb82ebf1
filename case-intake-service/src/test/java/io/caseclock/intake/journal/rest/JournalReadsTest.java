package io.caseclock.intake.journal.rest;

import static io.caseclock.intake.IntakeDoor.SOURCE;
import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.event;
import static io.caseclock.intake.IntakeDoor.post;
import static io.caseclock.intake.IntakeDoor.withData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.intake.IntakeDoor;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class JournalReadsTest {

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void all_that_a_question_lacks_is_told_at_once() {
    as("supervisor", "D01")
        .get("/api/v1/receipts")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/source", "/id"));
  }

  @Test
  void a_receipt_tells_of_the_acceptance_and_where_the_effects_are() {
    var event = caseFiled();
    String acceptedAt = post(event).statusCode(202).extract().path("acceptedAt");

    as("officer", "D0101")
        .get("/api/v1/receipts?source={source}&id={id}", SOURCE, event.get("id"))
        .then()
        .statusCode(200)
        .body("type", equalTo("case-filed"))
        .body("acceptedAt", equalTo(acceptedAt))
        .body("contentHash.length()", equalTo(64))
        .body(
            "effects",
            equalTo(
                "http://127.0.0.1:8082/api/v1/effects?source=urn%3Aprecinct%3Atest&id="
                    + event.get("id")))
        .body("watched", equalTo(true))
        .body("unwatched", nullValue());
  }

  @Test
  void a_receipt_says_that_no_rule_was_in_force_when_it_happened() {
    var event = new java.util.LinkedHashMap<>(caseFiled());
    event.put("time", "1990-03-02T10:00:00+08:00");
    post(event).statusCode(202);

    as("officer", "D0101")
        .get("/api/v1/receipts?source={source}&id={id}", SOURCE, event.get("id"))
        .then()
        .statusCode(200)
        .body("watched", equalTo(false))
        .body("unwatched", equalTo("not-in-force"));
  }

  @Test
  void a_receipt_of_another_subtree_is_not_found() {
    var event = caseFiled();
    post(event).statusCode(202);
    var path = "/api/v1/receipts?source=" + SOURCE + "&id=" + event.get("id");

    as("supervisor", "D0102").get(path).then().statusCode(404);
    as("supervisor", "D02").get(path).then().statusCode(404);
    as("supervisor", "D99").get(path).then().statusCode(404);
    bearer(TestTokens.of("supervisor").sign()).get(path).then().statusCode(404);
    as("supervisor", "D01").get(path).then().statusCode(200);
    as("supervisor", "D01")
        .urlEncodingEnabled(false)
        .get("/api/v1/receipts?source=s&id=%00")
        .then()
        .statusCode(400);
    as("supervisor", "D01").get("/api/v1/receipts?source=s&id=none").then().statusCode(404);
    as("supervisor", "D01")
        .get("/api/v1/receipts?source=s")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void the_journal_lists_a_case_in_the_order_of_acceptance_page_by_page() {
    var caseId = "A-" + UUID.randomUUID();
    post(event("case-filed", "case/" + caseId)).statusCode(202);
    post(withData(event("arrest-executed", "person/P-1"), "caseId", caseId)).statusCode(202);
    var path = "/api/v1/journal?limit=1&caseId=" + caseId;

    var first = as("auditor", "D01").get(path).then().statusCode(200);
    first.body("items.type", contains("case-filed")).body("items[0].data.unit", equalTo("D0101"));
    Number next = first.extract().path("next");
    as("auditor", "D01")
        .get(path + "&after=" + next)
        .then()
        .body("items.type", contains("arrest-executed"));
    as("auditor", "D01")
        .get("/api/v1/journal?caseId=" + caseId)
        .then()
        .body("items", hasSize(2))
        .body("next", nullValue());
    as("auditor", "D02").get(path).then().body("items", hasSize(0));
    as("officer", "D01").get(path).then().statusCode(403);
    as("auditor", "D01").get("/api/v1/journal?caseId=c&limit=1001").then().statusCode(400);
  }

  @Test
  void a_case_is_found_however_its_number_is_written() {
    var number = UUID.randomUUID().toString();
    var event = event("case-filed", "case/京［2026］" + number);
    event.put("id", "Ｅ-" + number);
    post(event).statusCode(202).body("caseId", equalTo("京〔2026〕" + number));

    for (var written : List.of("京［2026］", "京〔2026〕", "京[2026]", "京【２０２６】")) {
      as("auditor", "D01")
          .get("/api/v1/journal?caseId={case}", written + number)
          .then()
          .statusCode(200)
          .body("items.caseId", contains("京〔2026〕" + number))
          .body("items[0].asSent.'/subject'", equalTo("case/京［2026］" + number))
          .body("items[0].asSent.'/id'", equalTo("Ｅ-" + number));
    }
    as("officer", "D01")
        .get("/api/v1/receipts?source={s}&id={i}", "URN:precinct:test", "Ｅ-" + number)
        .then()
        .statusCode(200)
        .body("id", equalTo("E-" + number));
  }

  @Test
  void who_read_the_journal_of_a_case_or_asked_for_a_receipt_is_in_the_audit_log() {
    var event = event("case-filed", "case/A-" + UUID.randomUUID());
    String caseId = post(event).statusCode(202).extract().path("caseId");
    var wide = "Ａ" + caseId.substring(1);
    var stranger = "A-" + UUID.randomUUID();

    as("auditor", "D01").get("/api/v1/journal?caseId={case}", wide).then().statusCode(200);
    as("auditor", "D01").get("/api/v1/journal?caseId={case}", stranger).then().statusCode(200);
    as("officer", "D01")
        .get("/api/v1/receipts?source={s}&id={i}", "URN:precinct:test", event.get("id"))
        .then()
        .statusCode(200);

    entries("?case=" + caseId, "GET /api/v1/journal", null);
    entries("?case=" + stranger, "GET /api/v1/journal", "nothing");
    entries("?case=" + wide, "GET /api/v1/journal", null);
    await()
        .untilAsserted(
            () ->
                as("auditor", "D01")
                    .get("/api/v1/audit-log?operation=/receipts")
                    .then()
                    .body("entries.ids.id", hasItem(event.get("id")))
                    .body("entries.ids.source", hasItem("urn:precinct:test")));
    as("auditor", "D01").get("/api/v1/audit-log?case=..").then().statusCode(400);
  }

  /** Of the kept looks at a case the one at the journal; the log is looked at itself. */
  private static void entries(String query, String operation, @Nullable String shown) {
    await()
        .untilAsserted(
            () ->
                as("auditor", "D01")
                    .get("/api/v1/audit-log" + query + "&operation=/journal")
                    .then()
                    .statusCode(200)
                    .body("entries.operation", contains(operation))
                    .body("entries[0].ids.shown", equalTo(shown)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/journal",
        "/api/v1/journal?caseId=",
        "/api/v1/journal?caseId=%00",
        "/api/v1/journal?caseId=A%20",
        "/api/v1/journal?caseId=..",
        "/api/v1/receipts?id=e",
        "/api/v1/receipts?source=a%20b&id=e",
        "/api/v1/receipts?source=urn:x&id=%E2%80%AE",
        "/api/v1/receipts?source=urn:x&id=%ED%A0%80"
      })
  void a_parameter_that_names_nothing_is_refused(String path) {
    as("auditor", "D01")
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations", hasSize(1));
  }

  @Test
  void a_finding_of_a_conflict_stands_in_the_journal_once() {
    var event = caseFiled();
    var caseId = String.valueOf(event.get("subject")).substring("case/".length());
    post(event).statusCode(202);
    post(withData(event, "officer", "O2")).statusCode(409);
    post(withData(event, "officer", "O2")).statusCode(409);

    as("supervisor", "D01")
        .get("/api/v1/journal?caseId=" + caseId)
        .then()
        .body("items.type", contains("case-filed", "finding-recorded"))
        .body("items[1].source", equalTo("urn:caseclock:intake"))
        .body("items[1].data.cause", equalTo("conflict"));
  }

  @Test
  void event_types_come_with_their_schemas() {
    as("officer", "D01")
        .get("/api/v1/event-types")
        .then()
        .statusCode(200)
        .body("find { it.type == 'case-filed' }.pack", equalTo("cn-public-security"))
        .body("find { it.type == 'notice-issued' }.postable", equalTo(false))
        .body("find { it.type == 'facts-stated' }.schema.required", contains("facts", "unit"));
    as("officer", "D01")
        .get("/api/v1/event-types/bail-expiry")
        .then()
        .body("schema.properties.on.format", equalTo("date"));
    as("officer", "D01").get("/api/v1/event-types/none").then().statusCode(404);
    as("officer", "D01")
        .get("/api/v1/facts")
        .then()
        .body("find { it.name == 'caseKind' }.otherwise", equalTo("public-security"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/receipts?source=s&id=i",
        "/api/v1/journal?caseId=c",
        "/api/v1/conflicts",
        "/api/v1/event-types",
        "/api/v1/facts",
        "/q/metrics",
        "/q/openapi"
      })
  void nothing_but_health_is_open(String path) {
    io.restassured.RestAssured.given().get(path).then().statusCode(401);
  }

  @Test
  void health_is_open_and_operations_need_a_role() {
    io.restassured.RestAssured.given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"));
    as("precinct-system", "D01").get("/q/metrics").then().statusCode(403);
    as("precinct-system", "D01").get("/q/openapi").then().statusCode(200);
    as("officer", "D01").get("/q/openapi").then().statusCode(403);
    var metrics = as("administrator", "D01").get("/q/metrics").then().statusCode(200);
    assertThat(metrics.extract().asString())
        .contains("caseclock_outbox_depth", "caseclock_outbox_oldest_age_seconds")
        .contains("caseclock_intake_events_total");
  }

  @Test
  void facts_of_a_known_name_and_value_are_accepted() {
    var stated = event("facts-stated", "case/A-" + UUID.randomUUID());

    post(withData(stated, "facts", Map.of("custody", true))).statusCode(202);
    post(withData(event("facts-stated", "case/A-2"), "facts", Map.of()))
        .statusCode(400)
        .body("violations.pointer", contains("/data/facts"));
  }
}
