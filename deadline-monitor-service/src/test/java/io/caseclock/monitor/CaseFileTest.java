package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.directory.Directory;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a case and the search for it, over the real servers. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class CaseFileTest {

  private static final String TIMELINE = "/api/v1/cases/{case}/timeline";
  private static final String EVENTS = "/api/v1/cases/{case}/events";
  private static final String HANDLING = "public-security-case-handling";

  @Inject MonitorTestBench bench;
  @Inject Directory directory;
  private String caseId = "";

  @BeforeEach
  void aCaseOfStationA() {
    bench.clock().set("2026-03-20T02:00:00Z");
    bench.aSmallBureau();
    caseId = bench.aNewCase();
  }

  private CaseEvent tells(String by, String type, String at, Map<String, Object> data) {
    return tells(by, Subject.ofCase(caseId), type, at, data);
  }

  private CaseEvent tells(
      String by, Subject subject, String type, String at, Map<String, Object> data) {
    var event =
        new CaseEvent(
            new EventId("urn:precinct:" + by, UUID.randomUUID().toString()),
            type,
            subject,
            caseId,
            Instant.parse(at),
            bench.clock().instant(),
            null,
            by,
            "O-" + by,
            new Posting(by, "station", false, "/X01/" + by + "/"),
            data);
    bench.send(event);
    bench.awaitEvaluated(event);
    return event;
  }

  private ValidatableResponse asStation(String unit, String path) {
    return bench.asSupervisorOf(unit).get(path, caseId).then();
  }

  @Test
  void an_event_tells_what_it_did_that_it_was_entered_late_and_what_took_it_back() {
    var filed = tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    tells(
        "X0101",
        "event-withdrawn",
        "2026-03-20T01:00:00Z",
        Map.of("id", filed.eventId().id(), "reason", "fictional slip"));
    tells("X0101", "something-unheard-of", "2026-03-20T01:30:00Z", Map.of());
    tells("X0102", "decision-made", "2026-03-20T01:40:00Z", Map.of());

    asStation("X0101", EVENTS)
        .statusCode(200)
        .body(
            "events.type",
            contains("case-filed", "event-withdrawn", "something-unheard-of", "decision-made"))
        .body("events.late", contains(true, false, false, false))
        .body("events[0].enteredAfter", equalTo("PT432H"))
        .body("events[0].kind", equalTo("end-and-start"))
        .body("events[0].names.zh", equalTo("立案"))
        .body("events[0].effects.change", hasItem("opened"))
        .body("events[0].withdrawn.reason", equalTo("fictional slip"))
        .body("events[1].withdrawn", nullValue())
        .body("events[1].kind", equalTo("withdrawal"))
        .body("events.withoutEffect", contains(false, false, true, true))
        .body("events[2].noEffect.reason", contains("no-rule-listens"))
        .body("events[3].noEffect.reason", contains("not-the-owner"))
        .body("next", nullValue());
  }

  @Test
  void events_come_in_pages_without_loss() {
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    for (var minute = 10; minute < 16; minute++) {
      tells(
          "X0101",
          "facts-stated",
          "2026-03-03T02:" + minute + ":00Z",
          Map.of("facts", Map.of("n", minute)));
    }
    List<String> seen = new ArrayList<>();
    String after = null;
    do {
      var request = bench.asSupervisorOf("X0101").queryParam("limit", 3);
      var page = (after == null ? request : request.queryParam("after", after)).get(EVENTS, caseId);
      seen.addAll(page.jsonPath().getList("events.at", String.class));
      after = page.jsonPath().getString("next");
    } while (after != null);

    assertThat(seen).hasSize(7).isSorted();
  }

  @Test
  void the_picture_has_marks_by_day_late_deadlines_first_and_their_course() {
    tells("X0101", "case-filed", "2026-01-02T02:00:00Z", Map.of());
    tells(
        "X0101",
        "extension-approved",
        "2026-01-20T02:00:00Z",
        Map.of("rule", HANDLING, "adds", "P30D", "level", "county"));
    tells("X0101", "appraisal-commissioned", "2026-01-10T02:00:00Z", Map.of());
    tells("X0101", "appraisal-opinion-received", "2026-01-15T02:00:00Z", Map.of());

    asStation("X0101", TIMELINE)
        .statusCode(200)
        .body("zone", equalTo("Asia/Shanghai"))
        .body("whole", equalTo(true))
        .body("unit", equalTo("X0101"))
        .body("officer", equalTo("O-X0101"))
        .body("openedAt", equalTo("2026-01-02T02:00:00Z"))
        .body("events", equalTo(4))
        .body("groupedBy", equalTo("day"))
        .body("groups.from", contains("2026-01-02", "2026-01-10", "2026-01-15", "2026-01-20"))
        .body("groups[0].names.zh", contains("立案"))
        .body("state", equalTo("breached"))
        .body("deadlines[0].status", equalTo("breached"))
        .body("deadlines.computed", everyItem(equalTo(true)))
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.firstDueAt", notNullValue())
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.leftOut", hasSize(1))
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.extensions", hasSize(1))
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.basis", notNullValue());
  }

  @Test
  void deadlines_come_in_pages_in_the_same_order() {
    tells("X0101", "case-filed", "2026-01-02T02:00:00Z", Map.of());
    var all = asStation("X0101", TIMELINE).extract().jsonPath().getList("deadlines.id");
    List<Object> seen = new ArrayList<>();
    String after = null;
    do {
      var request = bench.asSupervisorOf("X0101").queryParam("limit", 1);
      var page =
          (after == null ? request : request.queryParam("after", after)).get(TIMELINE, caseId);
      seen.addAll(page.jsonPath().getList("deadlines.id"));
      after = page.jsonPath().getString("next");
    } while (after != null);

    assertThat(seen).isEqualTo(all);
  }

  @Test
  void on_a_past_day_later_events_are_left_out() {
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    tells("X0101", "decision-made", "2026-03-10T02:00:00Z", Map.of());

    bench
        .asSupervisorOf("X0101")
        .queryParam("asOf", "2026-03-05T00:00:00+08:00")
        .get(TIMELINE, caseId)
        .then()
        .statusCode(200)
        .body("events", equalTo(1))
        .body("at", equalTo("2026-03-04T16:00:00Z"))
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.status", equalTo("running"));
    bench
        .asSupervisorOf("X0101")
        .queryParam("knownAt", "2026-03-19T00:00:00+08:00")
        .get(TIMELINE, caseId)
        .then()
        .statusCode(200)
        .body("events", equalTo(0))
        .body("state", equalTo("none"));
  }

  @Test
  void a_stranger_sees_nothing_and_a_former_unit_only_what_is_its_own() {
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    asStation("X0102", TIMELINE).statusCode(404);
    asStation("X0102", EVENTS).statusCode(404);

    var handover =
        new CaseEvent(
            new EventId("urn:precinct:X0101", UUID.randomUUID().toString()),
            "case-assigned",
            Subject.ofCase(caseId),
            caseId,
            Instant.parse("2026-03-02T03:00:00Z"),
            bench.clock().instant(),
            null,
            "X0102",
            "O-X0102",
            new Posting("X0101", "station", false, "/X01/X0101/"),
            Map.of("reason", "fictional"));
    bench.send(handover);
    bench.awaitEvaluated(handover);

    asStation("X0102", TIMELINE)
        .statusCode(200)
        .body("whole", equalTo(true))
        .body("unit", equalTo("X0102"))
        .body("since", equalTo("2026-03-02T03:00:00Z"));
    asStation("X0101", TIMELINE)
        .statusCode(200)
        .body("whole", equalTo(false))
        .body("unit", nullValue())
        .body("groups", empty())
        .body("findings", empty());
    asStation("X0101", EVENTS).statusCode(200).body("events.type", hasItem("case-filed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "MjAyNi0wMS0wMVQwMDowMDowMFp8MHww"})
  void a_cursor_that_was_never_given_out_is_refused(String after) {
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    for (var path : List.of(TIMELINE, EVENTS)) {
      bench
          .asSupervisorOf("X0101")
          .queryParam("after", after)
          .get(path, caseId)
          .then()
          .statusCode(400)
          .body("violations[0].pointer", equalTo("/after"));
    }
  }

  @Test
  void a_case_is_found_by_its_number_its_beginning_and_its_end_by_whom_it_belongs_to() {
    tells("X0101", "case-filed", "2026-01-02T02:00:00Z", Map.of());

    for (var text : List.of(caseId, caseId.substring(0, 12), caseId.substring(8))) {
      search("X0101", text)
          .body("cases.hits.caseId", hasItem(caseId))
          .body("cases.hits.find { it.caseId == '" + caseId + "' }.unit", equalTo("X0101"));
    }
    search("X0101", caseId).body("cases.hits[0].breached", not(equalTo(0)));
    search("X0102", caseId).body("cases.hits", empty());
  }

  @Test
  void a_person_is_found_with_and_without_the_kind_and_only_by_those_who_have_the_case() {
    var id = "P-" + UUID.randomUUID();
    tells("X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
    tells(
        "X0101",
        new Subject("person", id),
        "facts-stated",
        "2026-03-02T02:30:00Z",
        Map.of("facts", Map.of("custody", false)));

    for (var text : List.of(id, "person/" + id, id.substring(0, 20), id.substring(12))) {
      search("X0101", text)
          .body("subjects.hits.subject", contains("person/" + id))
          .body("subjects.hits[0].caseId", equalTo(caseId))
          .body("subjects.hits[0].names.zh", equalTo("人员 " + id));
    }
    search("X0101", "property/" + id).body("subjects.hits", empty());
    search("X0101", "property/" + id.substring(12)).body("subjects.hits", empty());
    search("X0102", id).body("subjects.hits", empty());
    search("X0102", id.substring(12)).body("subjects.hits", empty());
  }

  @Test
  void an_officer_is_found_by_id_and_by_name_in_the_units_of_the_caller() {
    directory.apply(
        List.of(
            new DirectoryEvent.OfficerAssigned(
                "O-77",
                "罕见虚构人",
                "X0101",
                Set.of("officer"),
                Map.of(),
                Instant.parse("2026-01-01T00:00:00Z"))));

    search("X0101", "O-77").body("officers.hits.name", contains("罕见虚构人"));
    search("X01", "罕见").body("officers.hits.id", contains("O-77"));
    search("X0102", "O-77").body("officers.hits", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%", "__", "'; drop", "a\\b", "\u200b\u200b", "𠀀𠀀", "()"})
  void strange_characters_find_nothing_and_break_nothing(String text) {
    search("X01", text).body("cases.hits", empty()).body("officers.hits", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " a "})
  void a_text_that_is_too_short_is_refused(String text) {
    bench.asSupervisorOf("X01").queryParam("q", text).get("/api/v1/search").then().statusCode(400);
  }

  @Test
  void a_text_that_is_too_long_and_a_precinct_system_are_refused() {
    bench
        .asSupervisorOf("X01")
        .queryParam("q", "a".repeat(101))
        .get("/api/v1/search")
        .then()
        .statusCode(400);
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("precinct-system").unit("X01").sign())
        .queryParam("q", "A99")
        .get("/api/v1/search")
        .then()
        .statusCode(403);
  }

  private ValidatableResponse search(String unit, String text) {
    return bench
        .asSupervisorOf(unit)
        .queryParam("q", text)
        .get("/api/v1/search")
        .then()
        .statusCode(200);
  }
}
