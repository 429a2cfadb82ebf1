package io.caseclock.monitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.directory.Directory;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class BreakingTheGlassTest {

  private static final String LISTED = "/api/v1/break-glass";

  @Inject MonitorTestBench bench;
  @Inject Directory directory;
  @Inject DataSource dataSource;

  private RestrictedCase one;

  @BeforeEach
  void aRestrictedCase() {
    one = RestrictedCase.in(bench, directory, dataSource);
    one.restrict().then().statusCode(200);
  }

  @Test
  void who_opens_it_sees_it_for_four_hours_and_nobody_else_does() {
    open("officer")
        .then()
        .statusCode(201)
        .body("caseId", equalTo(one.id))
        .body("unit", equalTo(one.station))
        .body("officer", equalTo("O2"))
        .body("at", equalTo("2026-07-20T02:00:00Z"))
        .body("until", equalTo("2026-07-20T06:00:00Z"))
        .body("state", equalTo("open"))
        .body("finding", nullValue());

    one.colleague("officer").get(one.path("deadlines")).then().statusCode(200);
    one.colleague("officer")
        .get("/api/v1/deadlines")
        .then()
        .body("deadlines.caseId", hasItem(one.id));
    one.colleague("legal-officer").get(one.path("deadlines")).then().statusCode(404);
    one.colleague("officer")
        .get(one.path("level"))
        .then()
        .body("openUntil", equalTo("2026-07-20T06:00:00Z"));
    one.supervisor().get(one.path("level")).then().body("openUntil", nullValue());

    bench.clock().set("2026-07-20T05:59:59Z");
    one.colleague("officer").get(one.path("deadlines")).then().statusCode(200);
    bench.clock().set("2026-07-20T06:00:00Z");
    one.colleague("officer").get(one.path("deadlines")).then().statusCode(404);
  }

  @Test
  void it_waits_for_a_review_by_a_supervisor_of_the_unit() {
    var id = open("legal-officer").then().extract().<String>path("id");

    one.supervisor()
        .get(LISTED)
        .then()
        .statusCode(200)
        .body("accesses.id", contains(id))
        .body("accesses.reason", contains("示例：夜间值班，嫌疑人到案"));
    RestrictedCase.as(TestTokens.of("supervisor").unit(one.sibling))
        .get(LISTED)
        .then()
        .statusCode(200)
        .body("accesses", empty());

    review(one.supervisor(), id, "justified")
        .then()
        .statusCode(200)
        .body("state", equalTo("reviewed"))
        .body("finding", equalTo("justified"))
        .body("reviewedBy", equalTo("S1"))
        .body("reviewedAt", notNullValue());

    one.supervisor().get(LISTED).then().body("accesses", empty());
    one.supervisor().get(LISTED + "?state=reviewed").then().body("accesses.id", contains(id));
    one.colleague("legal-officer").get(one.path("deadlines")).then().statusCode(200);
    review(one.supervisor(), id, "unjustified").then().statusCode(409);
  }

  @Test
  void without_a_need_it_ends_with_the_review() {
    var id = open("officer").then().extract().<String>path("id");

    review(one.supervisor(), id, "unjustified")
        .then()
        .statusCode(200)
        .body("until", equalTo("2026-07-20T02:00:00Z"));

    one.colleague("officer").get(one.path("deadlines")).then().statusCode(404);
  }

  @Test
  void nobody_reviews_their_own_nor_what_is_elsewhere() {
    var id = open("officer").then().extract().<String>path("id");

    review(
            RestrictedCase.as(TestTokens.of("supervisor").unit(one.bureau).officer("O2")),
            id,
            "justified")
        .then()
        .statusCode(422);
    review(
            RestrictedCase.as(
                TestTokens.of("supervisor").name("colleague-officer").unit(one.bureau)),
            id,
            "justified")
        .then()
        .statusCode(422);
    review(RestrictedCase.as(TestTokens.of("supervisor").unit(one.sibling)), id, "justified")
        .then()
        .statusCode(404);
    review(one.supervisor(), UUID.randomUUID().toString(), "justified").then().statusCode(404);
  }

  @Test
  void who_sees_it_anyway_and_who_is_elsewhere_cannot_open_it() {
    open("officer").then().statusCode(201);
    open("officer").then().statusCode(409);
    open(RestrictedCase.as(
            TestTokens.of("officer").unit(one.station).officer(RestrictedCase.NAMED)))
        .then()
        .statusCode(409);
    open(RestrictedCase.as(TestTokens.of("officer").unit(one.sibling).officer("O3")))
        .then()
        .statusCode(404);
    open("supervisor").then().statusCode(403);
  }

  @Test
  void it_is_in_the_audit_log_with_the_case() {
    open("officer").then().statusCode(201);

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                one.supervisor()
                    .get("/api/v1/audit-log")
                    .then()
                    .statusCode(200)
                    .body(
                        "entries.findAll { it.ids.caseId == '" + one.id + "' }.operation",
                        hasItem("POST /api/v1/cases/{caseId}/break-glass")));
  }

  @Test
  void what_cannot_be_read_is_named() {
    one.colleague("officer")
        .contentType("application/json")
        .body(Map.of("reason", " ", "why", "x"))
        .post(one.path("break-glass"))
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/why", "/reason"));
    var id = open("officer").then().extract().<String>path("id");
    review(one.supervisor(), id, "fine")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/finding"));
    one.supervisor()
        .get(LISTED + "?state=new")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/state"));
  }

  @Test
  void a_long_list_comes_in_pages() {
    var first = open("officer").then().extract().<String>path("id");
    bench.clock().set("2026-07-20T02:00:01Z");
    var second = open("legal-officer").then().extract().<String>path("id");

    var page =
        one.supervisor().get(LISTED + "?limit=1").then().body("accesses.id", contains(first));
    var next = page.extract().<String>path("next");
    one.supervisor()
        .get(LISTED + "?limit=1&after=" + next)
        .then()
        .body("accesses.id", contains(second))
        .body("accesses", not(hasSize(0)))
        .body("next", nullValue());
  }

  private Response open(String role) {
    return open(one.colleague(role));
  }

  private Response open(RequestSpecification reader) {
    return reader
        .contentType("application/json")
        .body(Map.of("reason", "示例：夜间值班，嫌疑人到案"))
        .post(one.path("break-glass"));
  }

  private static Response review(RequestSpecification reviewer, String id, String finding) {
    return reviewer
        .contentType("application/json")
        .body(Map.of("finding", finding, "note", "示例：已核实"))
        .post(LISTED + "/" + id + "/review");
  }
}
