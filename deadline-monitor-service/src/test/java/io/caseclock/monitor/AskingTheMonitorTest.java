package io.caseclock.monitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class AskingTheMonitorTest {

  private static final String HANDLING = "public-security-case-handling";

  @Inject MonitorTestBench bench;

  @BeforeEach
  void aBureauInSummer() {
    bench.clock().set("2026-07-02T02:00:00Z");
    bench.aSmallBureau();
  }

  @Test
  void the_calculator_computes_without_storing_anything() {
    ask(Map.of(
            "rules",
            List.of(HANDLING),
            "events",
            List.of(event("1", "case-filed", "2026-03-02T10:00:00+08:00", Map.of()))))
        .statusCode(200)
        .body("deadlines", hasSize(1))
        .body("deadlines[0].rule", equalTo(HANDLING))
        .body("deadlines[0].ruleVersion", equalTo("2026"))
        .body("deadlines[0].subject", equalTo("case/A990001"))
        .body("deadlines[0].startedAt", equalTo("2026-03-02T02:00:00Z"))
        .body("deadlines[0].dueOn", equalTo("2026-04-01"))
        .body("deadlines[0].dueAt", equalTo("2026-04-01T16:00:00Z"))
        .body("deadlines[0].status", equalTo("breached"))
        .body("deadlines[0].provisional", equalTo(false))
        .body("deadlines[0].trace[0].zh", startsWith("自“立案”"))
        .body("deadlines[0].trace.kind", contains("start", "period"));
    bench.asSupervisorOf("X01").get("/api/v1/cases/A990001/deadlines").then().statusCode(404);
  }

  @Test
  void as_of_an_earlier_day_later_events_are_left_out() {
    var body = new LinkedHashMap<String, Object>();
    body.put("asOf", "2026-03-20T10:00:00+08:00");
    body.put("rules", List.of(HANDLING));
    body.put(
        "events",
        List.of(
            event("1", "case-filed", "2026-03-02T10:00:00+08:00", Map.of()),
            event("2", "decision-made", "2026-03-25T10:00:00+08:00", Map.of())));

    ask(body).statusCode(200).body("deadlines[0].status", equalTo("running"));
  }

  @Test
  void a_paused_deadline_has_no_due_instant() {
    ask(Map.of(
            "rules",
            List.of(HANDLING),
            "events",
            List.of(
                event("1", "case-filed", "2026-03-02T10:00:00+08:00", Map.of()),
                event("2", "appraisal-commissioned", "2026-03-10T10:00:00+08:00", Map.of()))))
        .body("deadlines[0].status", equalTo("paused"))
        .body("deadlines[0].dueAt", nullValue())
        .body("deadlines[0].dueOn", nullValue());
  }

  @Test
  void a_backward_rule_counts_from_the_day_that_its_event_names() {
    ask(Map.of(
            "rules",
            List.of("hearing-notice"),
            "events",
            List.of(
                event(
                    "1", "hearing-date", "2026-09-15T10:00:00+08:00", Map.of("on", "2026-10-12")))))
        .body("deadlines[0].dueOn", equalTo("2026-09-24"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[1]",
        "{",
        "{}",
        "{\"events\":[]}",
        "{\"events\":[1]}",
        "{\"events\":[{\"type\":\"case-filed\"}]}",
        "{\"asOf\":\"yesterday\",\"events\":[]}",
        "{\"rules\":[\"no-such-rule\"],\"events\":[]}"
      })
  void rubbish_is_refused_as_a_problem_document(String body) {
    bench
        .asSupervisorOf("X01")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/deadlines/preview")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:caseclock:problem:malformed-request"));
  }

  @Test
  void a_rule_tells_what_starts_stops_and_moves_it() {
    bench
        .asSupervisorOf("X0101")
        .get("/api/v1/rules/" + HANDLING)
        .then()
        .statusCode(200)
        .body("id", equalTo(HANDLING))
        .body("starts", contains("case-filed"))
        .body("stops", hasItem("decision-made"))
        .body("cancels", hasItem("case-withdrawn"))
        .body("restarts", contains("mediation-failed"))
        .body("tolling.from", hasItems("appraisal-commissioned", "hearing-application-received"))
        .body("tolling.to", hasItems("appraisal-opinion-received", "hearing-concluded"))
        .body("period.value", equalTo(30))
        .body("period.unit", equalTo("calendar-days"))
        .body("period.iso8601", equalTo("P30D"))
        .body("extensions[0].times", equalTo(2))
        .body("extensions[0].adds.iso8601", equalTo("P30D"))
        .body("roll", equalTo("next-working-day"))
        .body("direction", equalTo("forward"))
        .body("basis[0].law", notNullValue())
        .body("versions[0].warnings", contains("P7D", "P3D", "P1D"));
    bench.asSupervisorOf("X0101").get("/api/v1/rules/none").then().statusCode(404);
  }

  @Test
  void a_listing_is_paged_without_gaps_or_repetitions() {
    var caseId = bench.aNewCase();
    var arrivals =
        List.of("P-1", "P-2", "P-3", "P-4", "P-5").stream()
            .map(
                person ->
                    bench.event(
                        caseId,
                        new io.caseclock.contract.Subject("person", person),
                        "suspect-arrived",
                        "2026-07-02T02:00:00Z",
                        Map.of()))
            .toArray(io.caseclock.contract.CaseEvent[]::new);
    bench.send(arrivals);
    for (var arrived : arrivals) {
      bench.awaitEvaluated(arrived);
    }

    var all = new java.util.ArrayList<String>();
    var next = "";
    do {
      var page =
          bench
              .asSupervisorOf("X01")
              .queryParam("case", caseId)
              .queryParam("limit", 2)
              .queryParams(next.isEmpty() ? Map.of() : Map.of("after", next))
              .get("/api/v1/deadlines")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      all.addAll(page.getList("deadlines.subject"));
      next = page.getString("next") == null ? "" : page.getString("next");
    } while (!next.isEmpty());

    org.assertj.core.api.Assertions.assertThat(all)
        .containsExactlyInAnyOrder(
            "person/P-1", "person/P-2", "person/P-3", "person/P-4", "person/P-5");
  }

  private ValidatableResponse ask(Map<String, Object> body) {
    return bench
        .asSupervisorOf("X01")
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/deadlines/preview")
        .then();
  }

  private static Map<String, Object> event(
      String id, String type, String time, Map<String, Object> data) {
    return Map.of(
        "specversion", "1.0",
        "id", id,
        "source", "urn:precinct:x0101",
        "type", type,
        "subject", "case/A990001",
        "time", time,
        "data", data);
  }
}
