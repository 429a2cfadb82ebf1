package io.caseclock.monitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.directory.Directory;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class RestrictingCasesTest {

  @Inject MonitorTestBench bench;
  @Inject Directory directory;
  @Inject DataSource dataSource;

  private RestrictedCase one;

  @BeforeEach
  void aCase() {
    one = RestrictedCase.in(bench, directory, dataSource);
  }

  @Test
  void a_case_is_ordinary_until_a_supervisor_says_otherwise() {
    one.colleague("officer")
        .get(one.path("level"))
        .then()
        .statusCode(200)
        .body("level", equalTo("ordinary"))
        .body("reason", nullValue());

    one.restrict()
        .then()
        .statusCode(200)
        .body("level", equalTo("restricted"))
        .body("by", equalTo("S1"))
        .body("at", equalTo(RestrictedCase.NOW));
    one.supervisor()
        .get(one.path("level"))
        .then()
        .body("level", equalTo("restricted"))
        .body("reason", equalTo("示例：涉及本所人员家属"));
  }

  @Test
  void each_change_stays_the_newest_first() {
    one.supervisor().get(one.path("level")).then().body("changes", hasSize(0));

    one.restrict().then().body("changes.to", contains("restricted"));
    one.put("ordinary", "示例：回避已解除")
        .then()
        .body("changes.from", contains("restricted", null))
        .body("changes.to", contains("ordinary", "restricted"))
        .body("changes.reason", contains("示例：回避已解除", "示例：涉及本所人员家属"))
        .body("changes.by", contains("S1", "S1"))
        .body("changes.at", contains(RestrictedCase.NOW, RestrictedCase.NOW));
  }

  @Test
  void the_level_that_it_has_already_changes_nothing() {
    one.put("ordinary", "示例：本来如此")
        .then()
        .statusCode(200)
        .body("level", equalTo("ordinary"))
        .body("at", nullValue())
        .body("changes", hasSize(0));
    one.restrict().then().statusCode(200);

    one.put("restricted", "示例：再一次")
        .then()
        .statusCode(200)
        .body("level", equalTo("restricted"))
        .body("reason", equalTo("示例：涉及本所人员家属"))
        .body("changes", hasSize(1));
  }

  @Test
  void who_does_not_see_it_is_answered_as_of_a_case_that_there_is_not() {
    one.restrict().then().statusCode(200);

    var other = "/api/v1/cases/" + bench.aNewCase() + "/deadlines";
    for (var role : new String[] {"officer", "legal-officer", "prosecutor"}) {
      var unknown = one.colleague(role).get(other).then().statusCode(404).extract();
      one.colleague(role)
          .get(one.path("deadlines"))
          .then()
          .statusCode(404)
          .body("detail", equalTo(unknown.path("detail")));
    }
  }

  @Test
  void it_is_there_again_for_all_once_it_is_ordinary() {
    one.restrict().then().statusCode(200);
    one.colleague("officer").get(one.path("deadlines")).then().statusCode(404);

    one.put("ordinary", "示例：回避已解除").then().statusCode(200);

    one.colleague("officer")
        .get(one.path("deadlines"))
        .then()
        .statusCode(200)
        .body("deadlines", not(hasSize(0)));
  }

  @Test
  void a_restricted_case_does_not_hide_its_neighbours() {
    var neighbour = one.neighbour();
    one.restrict().then().statusCode(200);

    one.colleague("officer")
        .get("/api/v1/deadlines")
        .then()
        .statusCode(200)
        .body("deadlines", not(hasSize(0)))
        .body("deadlines.caseId", everyItem(equalTo(neighbour)));
  }

  @Test
  void sums_go_on_counting_it() {
    var path = "/api/v1/statistics/deadlines?from=2026-07-01&to=2026-07-19";
    var before = one.colleague("officer").get(path).then().statusCode(200).extract().asString();

    one.restrict().then().statusCode(200);

    one.colleague("officer").get(path).then().body(equalTo(before));
  }

  @Test
  void only_a_supervisor_of_its_unit_or_above_sets_the_level() {
    var body = Map.of("level", "restricted", "reason", "示例");
    for (var role : new String[] {"officer", "legal-officer", "administrator", "auditor"}) {
      one.colleague(role)
          .contentType("application/json")
          .body(body)
          .put(one.path("level"))
          .then()
          .statusCode(403);
    }
    RestrictedCase.as(TestTokens.of("supervisor").unit(one.sibling))
        .contentType("application/json")
        .body(body)
        .put(one.path("level"))
        .then()
        .statusCode(404);
  }

  @Test
  void what_somebody_else_set_since_is_not_overwritten() {
    onto("\"none\"").then().statusCode(200);
    onto("\"none\"").then().statusCode(412);
    onto("\"2026-07-20T01:59:59Z\"").then().statusCode(412);

    one.supervisor().get(one.path("level")).then().body("changes", hasSize(1));
    onto("\"" + RestrictedCase.NOW + "\"").then().statusCode(200);
    onto("*").then().statusCode(200);
    for (var unreadable : new String[] {"soon", "none", "\"\"", "\"2026-07-20\"", "\"1\""}) {
      onto(unreadable).then().statusCode(400);
    }
  }

  private Response onto(String seen) {
    return one.supervisor()
        .header("If-Match", seen)
        .contentType("application/json")
        .body(Map.of("level", "restricted", "reason", "示例"))
        .put(one.path("level"));
  }

  @Test
  void a_level_that_is_not_known_and_a_missing_reason_are_named() {
    one.put("secret", " ")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/level", "/reason"));
  }
}
