package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller who is assigned to several units. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class ActingInOneUnitTest {

  private static final String UNIT = "Caseclock-Unit";

  @Inject MonitorTestBench bench;
  @Inject Directory directory;
  @Inject DataSource dataSource;

  private RestrictedCase one;
  private RestrictedCase other;

  @BeforeEach
  void aCaseInEachOfTwoBureaus() {
    one = RestrictedCase.in(bench, directory, dataSource);
    other = RestrictedCase.in(bench, directory, dataSource);
  }

  @Test
  void each_unit_is_seen_only_while_it_is_acted_in() {
    deadlines(ofBoth()).body("deadlines.caseId", everyItem(equalTo(one.id)));
    deadlines(ofBoth().header(UNIT, one.station))
        .body("deadlines", not(hasSize(0)))
        .body("deadlines.caseId", everyItem(equalTo(one.id)));
    deadlines(ofBoth().header(UNIT, other.bureau))
        .body("deadlines", not(hasSize(0)))
        .body("deadlines.caseId", everyItem(equalTo(other.id)));

    ofBoth().get(other.path("deadlines")).then().statusCode(404);
    ofBoth().header(UNIT, other.bureau).get(other.path("deadlines")).then().statusCode(200);
    ofBoth().header(UNIT, other.bureau).get(one.path("deadlines")).then().statusCode(404);
  }

  @Test
  void a_parameter_names_no_unit_beside_the_one_acted_in() {
    ofBoth().queryParam("unit", other.station).get("/api/v1/lists").then().statusCode(400);
    ofBoth()
        .header(UNIT, other.bureau)
        .queryParam("unit", other.station)
        .get("/api/v1/lists")
        .then()
        .statusCode(200);
  }

  @Test
  void a_unit_of_somebody_else_is_refused_wherever_it_is_named() {
    for (var path : List.of("/api/v1/deadlines", "/api/v1/rules", "/api/v1/packs")) {
      refused(ofBoth().header(UNIT, other.sibling).get(path).then(), 403);
      refused(alone().header(UNIT, other.bureau).get(path).then(), 403);
      ofBoth().header(UNIT, other.bureau).get(path).then().statusCode(200);
      alone().header(UNIT, one.station).get(path).then().statusCode(200);
    }
    refused(ofBoth().header(UNIT, one.station, other.bureau).get("/api/v1/rules").then(), 400);
    refused(ofBoth().header(UNIT, "%2").get("/api/v1/rules").then(), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"administrator", "auditor"})
  void a_claim_that_cannot_be_used_opens_nothing(String role) {
    var twice = as(TestTokens.of(role).units(one.bureau, one.bureau));

    for (var path : List.of("/api/v1/deadlines", "/api/v1/rules", "/api/v1/audit-log/days")) {
      twice
          .get(path)
          .then()
          .statusCode(403)
          .body("type", endsWith(":not-allowed"))
          .body("detail", containsString("names a unit twice"));
    }
  }

  @Test
  void the_audit_log_tells_the_unit_acted_in() {
    var account = "several-" + one.id;
    var caller = TestTokens.of("supervisor").name(account).units(one.station, other.bureau);

    as(caller).get(one.path("deadlines")).then().statusCode(200);
    as(caller).header(UNIT, other.bureau).get(other.path("deadlines")).then().statusCode(200);

    var sql = new Sql(dataSource);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        sql.query(
                            "select unit from audit_log where account = ? order by id",
                            row -> row.getString(1),
                            account))
                    .containsExactly(one.station, other.bureau));
  }

  private static ValidatableResponse deadlines(RequestSpecification caller) {
    return caller.get("/api/v1/deadlines").then().statusCode(200);
  }

  private static void refused(ValidatableResponse answer, int status) {
    answer.statusCode(status).body("violations.pointer", contains("/" + UNIT));
  }

  private RequestSpecification ofBoth() {
    return as(TestTokens.of("supervisor").officer("S1").units(one.station, other.bureau));
  }

  private RequestSpecification alone() {
    return as(TestTokens.of("supervisor").officer("S1").unit(one.station));
  }

  private static RequestSpecification as(TestTokens token) {
    return RestAssured.given().auth().oauth2(token.sign());
  }
}
