package io.caseclock.monitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"events\":[E],\"more\":1}|/more",
        "{\"events\":[E],\"rules\":\"public-security-case-handling\"}|/rules",
        "{\"events\":[E],\"rules\":[7]}|/rules/0",
        "{\"events\":[E],\"asOf\":20260302}|/asOf",
        "{\"events\":[E],\"asOf\":\"+99999-03-02T10:00:00Z\"}|/asOf",
        "{\"events\":[{\"type\":\"case-filed\",\"subject\":\"case/A1\",\"time\":\"2026-03-02T10:00:00Z\",\"id\":7}]}|/events/0/id",
        "{\"events\":[{\"type\":\"case-filed\",\"subject\":\"case/A1\",\"time\":\"2026-03-02T10:00:00Z\",\"datta\":{}}]}|/events/0/datta",
        "{\"events\":[{\"type\":\"case-filed\",\"subject\":\"case/A1\",\"time\":\"2026-03-02T10:00:00Z\",\"data\":[]}]}|/events/0/data",
        "{\"events\":[E,F]}|/events/1/id"
      })
  void what_the_calculator_does_not_know_is_refused_with_its_place(String body, String pointer) {
    var one = "{'id':'1','type':'case-filed','subject':'case/A1','time':'2026-03-02T10:00:00Z'}";
    bench
        .asSupervisorOf("X01")
        .contentType(ContentType.JSON)
        .body(
            body.replace("E", one.replace('\'', '"'))
                .replace("F", one.replace("case-filed", "case-closed").replace('\'', '"')))
        .post("/api/v1/deadlines/preview")
        .then()
        .statusCode(400)
        .body("violations.pointer", hasItem(pointer));
  }

  @Test
  void a_thousand_events_of_usual_size_are_one_question() {
    var events = new java.util.ArrayList<Map<String, Object>>();
    events.add(event("f", "case-filed", "2026-03-02T10:00:00+08:00", Map.of()));
    for (var i = 1; i < 1_000; i++) {
      var note = Map.<String, Object>of("note", "示例".repeat(100));
      events.add(event("n" + i, "note-taken", "2026-03-03T10:00:00+08:00", note));
    }

    ask(Map.of("events", events)).statusCode(200).body("deadlines", not(empty()));
    events.add(event("n", "note-taken", "2026-03-03T10:00:00+08:00", Map.of()));
    ask(Map.of("events", events)).statusCode(400).body("violations.pointer", hasItem("/events"));
  }

  @Test
  void five_hundred_filings_with_five_hundred_extensions_are_more_than_one_answer_holds() {
    var events = new java.util.ArrayList<Map<String, Object>>();
    for (var i = 0; i < 500; i++) {
      events.add(event("f" + i, "case-filed", "2026-03-02T10:00:00+08:00", Map.of()));
      events.add(
          event(
              "x" + i,
              "extension-approved",
              "2026-03-03T10:00:00+08:00",
              Map.of("rule", HANDLING, "adds", "P90D")));
    }

    ask(Map.of("events", events))
        .statusCode(413)
        .contentType("application/problem+json")
        .body("detail", startsWith("The answer would take more than 5000 steps"));
  }

  @ParameterizedTest
  @CsvSource({
    "severity=GRAVE, /severity",
    "status=done, /status",
    "list=nothing, /list",
    "rule=nothing, /rule",
    "unit=nothing, /unit",
    "dueFrom=%2B99999-01-01T00:00:00Z, /dueFrom",
    "officer=a%00b, /officer",
    "limit=many, /limit",
    "after=AAAA, /after",
    "after=KzEwMDAwMC0wMS0wMVQwMDowMDowMFp8MQ, /after"
  })
  void a_word_that_is_not_known_is_refused_and_never_an_empty_list(String query, String pointer) {
    bench
        .asSupervisorOf("X01")
        .urlEncodingEnabled(false)
        .get("/api/v1/deadlines?" + query)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:caseclock:problem:malformed-request"))
        .body("violations.pointer", contains(pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"severity", "status", "list", "case", "dueFrom", "after", "limit"})
  void an_empty_value_is_refused_and_does_not_read_as_no_filter(String name) {
    bench
        .asSupervisorOf("X01")
        .queryParam(name, "")
        .get("/api/v1/deadlines")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/" + name));
  }

  @Test
  void the_refusal_of_a_word_names_those_that_are_known() {
    bench
        .asSupervisorOf("X01")
        .get("/api/v1/deadlines?severity=GRAVE")
        .then()
        .body("violations[0].message", equalTo("expected one of [grave, ordinary, serious]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/cases/a%00b/deadlines",
        "/api/v1/cases/A990001/deadlines?limit=0",
        "/api/v1/deadlines/1-1-1-1-1",
        "/api/v1/effects?source=&id=1",
        "/api/v1/effects?source=urn:x&id=a%00b",
        "/api/v1/effects?source=urn:x",
        "/api/v1/effects?source=a%20b&id=1",
        "/api/v1/effects?source=urn:x&id=%E2%80%AE",
        "/api/v1/cases/A%20/deadlines",
        "/api/v1/cases/A/deadlines?asOf=2026-03-02T10:00:00Z%20",
        "/api/v1/cases/A/deadlines?knownAt=2026-03-02T10:00Z"
      })
  void what_cannot_be_meant_is_malformed_and_never_an_error_of_ours(String path) {
    bench
        .asSupervisorOf("X01")
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:caseclock:problem:malformed-request"));
  }

  @Test
  void an_event_without_effect_says_why_and_one_that_nothing_watched_is_a_finding() {
    var caseId = bench.aNewCase();
    var early = bench.event(caseId, "case-filed", "1990-03-02T02:00:00Z", Map.of());
    var idle = bench.event(caseId, "property-registered", "2026-03-02T02:00:00Z", Map.of());
    bench.send(early, idle);
    bench.awaitEvaluated(idle);

    effects(early).body("deadlines", hasSize(0)).body("noEffect.reason", hasItem("not-in-force"));
    effects(idle)
        .body("noEffect[0].reason", equalTo("nothing-open"))
        .body("noEffect[0].rules", contains("property-register-24h"))
        .body("noEffect[0].text.zh", notNullValue());
    org.assertj.core.api.Assertions.assertThat(bench.toldOf(caseId, 1))
        .extracting(io.caseclock.contract.DeadlineEvent::id)
        .containsExactly("finding:unwatched:" + early.eventId());
  }

  @Test
  void a_case_and_an_event_are_found_however_they_are_written() {
    var number = bench.aNewCase();
    var filed = bench.event("京〔2026〕" + number, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);

    for (var written : List.of("京〔2026〕", "京［2026］", "京【２０２６】")) {
      bench
          .asSupervisorOf("X01")
          .get("/api/v1/cases/{case}/deadlines", written + number)
          .then()
          .statusCode(200)
          .body("caseId", equalTo("京〔2026〕" + number));
      bench
          .asSupervisorOf("X01")
          .get("/api/v1/deadlines?case={case}", written + number)
          .then()
          .body("deadlines.caseId", hasItem("京〔2026〕" + number));
    }
    bench
        .asSupervisorOf("X01")
        .get("/api/v1/effects?source={source}&id={id}", "URN:precinct:x0101", filed.eventId().id())
        .then()
        .statusCode(200);
  }

  @Test
  void the_deadlines_of_a_case_come_in_pages_kept_or_computed() {
    var caseId = bench.aNewCase();
    var arrivals =
        List.of("P-1", "P-2", "P-3").stream()
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
    bench.awaitEvaluated(arrivals[2]);

    var kept = pages(caseId, Map.of());
    var computed = pages(caseId, Map.of("asOf", "2026-07-02T03:00:00Z"));

    org.assertj.core.api.Assertions.assertThat(kept).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    org.assertj.core.api.Assertions.assertThat(computed).containsExactlyInAnyOrderElementsOf(kept);
  }

  private List<String> pages(String caseId, Map<String, String> asked) {
    var ids = new java.util.ArrayList<String>();
    var next = "";
    do {
      var page =
          bench
              .asSupervisorOf("X01")
              .queryParams(asked)
              .queryParam("limit", 2)
              .queryParams(next.isEmpty() ? Map.of() : Map.of("after", next))
              .get("/api/v1/cases/{id}/deadlines", caseId)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("deadlines.id"));
      next = page.getString("next") == null ? "" : page.getString("next");
    } while (!next.isEmpty());
    return ids;
  }

  private ValidatableResponse effects(io.caseclock.contract.CaseEvent event) {
    return bench
        .asSupervisorOf("X01")
        .queryParam("source", event.eventId().source())
        .queryParam("id", event.eventId().id())
        .get("/api/v1/effects")
        .then()
        .statusCode(200);
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
        .body(
            "versions[0].warnings", contains("5 working-days", "3 working-days", "1 working-days"));
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
