package io.caseclock.notify.notice;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class NoticeResourceTest {

  @Inject Office office;
  private String id = "";

  @BeforeEach
  void issueOne() {
    office.open();
    office.hears(breachOf("D1"));
    id = office.text("select id from notice");
  }

  @Test
  void a_notice_goes_from_breach_to_closed() {
    step(o1(), "sign", "").statusCode(200).body("state", equalTo("signed"));
    step(o1(), "rectify", "卷宗已补齐").statusCode(200).body("state", equalTo("rectified"));
    step(l1(), "return", "缺少证明").statusCode(200).body("state", equalTo("returned"));
    step(o1(), "rectify", "证明已附").statusCode(200);
    step(l1(), "accept", "").statusCode(200).body("state", equalTo("closed"));

    read(s1())
        .statusCode(200)
        .body(
            "steps.step",
            contains(
                "issued",
                "delivered",
                "signed",
                "rectified",
                "under-review",
                "returned",
                "rectified",
                "under-review",
                "accepted",
                "closed"))
        .body("steps[2].officer", equalTo("O1"))
        .body("steps[5].role", equalTo("legal-officer"))
        .body("steps[5].text", equalTo("缺少证明"));
  }

  @Test
  void the_register_has_every_number_and_says_why_one_was_withdrawn() {
    office.hears(breachOf("D2"));
    office.hears(changed(Change.MET, deadline("D1", 2, DeadlineStatus.MET, "O1")));
    var year = Integer.parseInt(office.text("select distinct year::text from notice"));
    var issuer = office.text("select distinct coalesce(issuing_unit, unit) from notice");

    s1().queryParam("issuer", issuer)
        .queryParam("year", year)
        .get("/api/v1/notices/register")
        .then()
        .statusCode(200)
        .body("numbers.serial", contains(1, 2))
        .body("numbers[0].state", equalTo("withdrawn"))
        .body("numbers[0].withdrawal.role", equalTo("system"))
        .body("numbers[0].withdrawal.why", not(emptyString()))
        .body("numbers[0].id", equalTo(id))
        .body("numbers[1].withdrawal", nullValue())
        .body("next", nullValue());
    s1().queryParam("issuer", issuer)
        .queryParam("year", year)
        .queryParam("after", "1")
        .queryParam("limit", "1")
        .get("/api/v1/notices/register")
        .then()
        .body("numbers.serial", contains(2))
        .body("next", equalTo("2"));
    s1().get("/api/v1/notices?state=withdrawn")
        .then()
        .body("notices.withdrawal.role", contains("system"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?year=0",
        "?year=2026&kind=order",
        "?year=2026&after=x",
        "?year=2026&issuer=X"
      })
  void a_register_that_nobody_keeps_is_refused(String query) {
    s1().get("/api/v1/notices/register" + query).then().statusCode(400);
  }

  @Test
  void a_step_that_the_state_lacks_is_refused_and_shows_the_state() {
    step(o1(), "rectify", "zu früh")
        .statusCode(409)
        .body("type", equalTo("urn:caseclock:problem:state-forbids"))
        .body("state", equalTo("delivered"));
  }

  @Test
  void a_stale_version_is_refused_and_the_right_one_passes() {
    step(o1().header("If-Match", "\"1\""), "sign", "").statusCode(412).body("version", equalTo(2));
    step(o1().header("If-Match", "\"2\""), "sign", "")
        .statusCode(200)
        .header("ETag", equalTo("\"3\""));
    for (var version : List.of("soon", "2", "\"2\", \"3\"")) {
      step(o1().header("If-Match", version), "sign", "")
          .statusCode(400)
          .body("violations[0].pointer", equalTo("/If-Match"));
    }
  }

  @Test
  void the_same_step_taken_by_many_at_once_is_taken_once() throws Exception {
    Callable<Integer> sign = () -> step(o1(), "sign", "").extract().statusCode();

    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(6)) {
      answers =
          threads.invokeAll(List.of(sign, sign, sign, sign, sign, sign)).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
  }

  @Test
  void only_the_responsible_officer_signs() {
    step(as("O2", "D0102", "officer"), "sign", "").statusCode(403);
    step(s1(), "sign", "").statusCode(403);
    step(as("O1", "D0102", "auditor"), "sign", "").statusCode(403);
  }

  @Test
  void nobody_sees_a_notice_outside_the_own_subtree() {
    var neighbour = as("O3", "D0103", "officer", "legal-officer");

    read(neighbour).statusCode(404);
    step(neighbour, "withdraw", "mine").statusCode(404);
    neighbour.get("/api/v1/notices").then().statusCode(200).body("notices", empty());
    as("O3", "D0103", "officer").get("/api/v1/notices/" + id + "/document").then().statusCode(404);
    s1().get("/api/v1/notices").then().body("notices.id", contains(id));
    s1().get("/api/v1/notices?unit=D0103").then().body("notices", empty());
    s1().get("/api/v1/notices?unit=D0102&state=delivered").then().body("notices", hasSize(1));
  }

  @Test
  void a_caller_without_a_unit_sees_nothing_and_a_stranger_is_sent_away() {
    var token = TestTokens.of("supervisor").officer("S1").sign();

    given()
        .header("Authorization", "Bearer " + token)
        .get("/api/v1/notices")
        .then()
        .statusCode(403);
    given().get("/api/v1/notices").then().statusCode(401);
    as("P1", "D01", "precinct-system").get("/api/v1/notices").then().statusCode(403);
  }

  @Test
  void a_page_ends_where_the_next_one_begins() {
    office.hears(breachOf("D2"), breachOf("D3"));

    var first = s1().get("/api/v1/notices?limit=2").then().body("notices", hasSize(2)).extract();
    String next = first.path("next");
    s1().queryParam("after", next)
        .get("/api/v1/notices?limit=2")
        .then()
        .statusCode(200)
        .body("notices", hasSize(1))
        .body("notices[0].id", not(equalTo(first.path("notices[1].id"))))
        .body("next", equalTo(null));
    s1().get("/api/v1/notices?after=nonsense").then().statusCode(400);
  }

  @Test
  void a_reprint_is_byte_identical_whatever_happened_since() {
    var before = s1().get("/api/v1/notices/" + id + "/document").asByteArray();
    step(o1(), "sign", "").statusCode(200);
    var after = s1().get("/api/v1/notices/" + id + "/document");

    assertThat(after.asByteArray()).isEqualTo(before);
    assertThat(after.header("X-CaseClock-SHA256"))
        .isEqualTo(office.text("select encode(sha256(document), 'hex') from notice"));
    assertThat(after.asString()).contains("The day of acceptance is not counted", "示例规定 第一条");
  }

  @Test
  void a_finding_of_the_own_subtree_becomes_a_notice() {
    var body =
        Map.of(
            "unit", "D0102",
            "officer", "O2",
            "caseId", "A9",
            "element", "case-file",
            "provision", "示例规定 第二条",
            "text", "卷内缺页");

    finding(s1(), body)
        .statusCode(201)
        .body("officer", equalTo("O2"))
        .body("state", equalTo("delivered"))
        .body("number", equalTo("示例分局整改〔2026〕2号"));
    finding(as("L3", "D0103", "legal-officer"), body).statusCode(422);
    finding(o1(), body).statusCode(403);
    finding(s1(), Map.of("unit", "D0102")).statusCode(400).body("violations", not(empty()));
  }

  @Test
  void nobody_finds_a_fault_in_a_case_that_belongs_to_a_neighbour() {
    var neighbour = as("L3", "D0103", "legal-officer");

    finding(neighbour, findingOf("D0103", "A1")).statusCode(403);
    finding(neighbour, findingOf("D0103", "Ａ１")).statusCode(403);
    neighbour
        .contentType("application/json")
        .body(draftOf("D0103", "A1"))
        .post("/api/v1/notices")
        .then()
        .statusCode(403);

    finding(neighbour, findingOf("D0103", "A2")).statusCode(201);
    finding(s1(), findingOf("D0103", "A1")).statusCode(201);
    finding(l1(), findingOf("D0102", "A1")).statusCode(201);
  }

  @Test
  void the_number_of_a_case_is_kept_in_one_form() {
    finding(s1(), findingOf("D0102", "Ａ（2026）7"))
        .statusCode(201)
        .body("caseId", equalTo("A(2026)7"));
    finding(s1(), findingOf("D0102", "A\u00007"))
        .statusCode(400)
        .body("violations.pointer", equalTo(List.of("/caseId")));
  }

  private static Map<String, String> findingOf(String unit, String caseId) {
    return Map.of(
        "unit", unit,
        "caseId", caseId,
        "element", "case-file",
        "provision", "示例规定 第二条",
        "text", "卷内缺页");
  }

  private static Map<String, Object> draftOf(String unit, String caseId) {
    var found = Map.of("element", "case", "provision", "示例规定 第二条", "text", "卷内缺页");
    return Map.of("unit", unit, "caseId", caseId, "found", List.of(found));
  }

  private static ValidatableResponse finding(RequestSpecification caller, Map<String, ?> body) {
    return caller.contentType("application/json").body(body).post("/api/v1/findings").then();
  }

  private ValidatableResponse read(RequestSpecification caller) {
    return caller.get("/api/v1/notices/" + id).then();
  }

  private ValidatableResponse step(RequestSpecification caller, String step, String text) {
    var request = caller.contentType("application/json");
    if (!text.isEmpty()) {
      request.body(Map.of("text", text));
    }
    return request.post("/api/v1/notices/" + id + "/" + step).then();
  }
}
