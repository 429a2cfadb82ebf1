package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prosecutor of D0102, D0103, and a unit that the directory does not know. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ActedInPagesTest {

  private static final String COOKIE = "caseclock-unit";
  private static final String BREACH = "/breaches/D1%3A1%3Abreach";
  private static final String FIRST = "<option value=\"D0102\" selected>";
  private static final String SECOND = "<option value=\"D0103\" selected>";

  @Inject Office office;

  @BeforeEach
  void aBreachInTheFirstUnit() {
    office.open();
    office.hears(breachOf("D1"));
    FakeMonitor.isAway();
  }

  @Test
  void who_has_several_units_chooses_among_their_names() {
    joint()
        .get("/")
        .then()
        .statusCode(200)
        .body(containsString("action=\"/acted-in\""), containsString(FIRST + "示例一所<"))
        .body(containsString("value=\"D0103\">示例二所<"), containsString("value=\"D09\">D09<"))
        .body(containsString("当前办理单位"));
    joint()
        .get("/?lang=en")
        .then()
        .body(containsString("Unit acted in"), containsString(FIRST + "Example Station One<"));
    as("prosecutor").get("/").then().body(not(containsString("/acted-in")));
  }

  @Test
  void a_switch_changes_what_is_seen_until_the_browser_is_closed() {
    joint().get(BREACH).then().statusCode(200);

    var answer = choose(joint(), "D0103").statusCode(303).header("Location", endsWith("/"));
    answer.header(
        "Set-Cookie",
        allOf(
            containsString(COOKIE + "=D0103"),
            containsString("HttpOnly"),
            containsString("SameSite=Lax"),
            containsString("Path=/"),
            not(containsString("Max-Age"))));

    in("D0103").get("/").then().statusCode(200).body(containsString(SECOND + "示例二所<"));
    in("D0103").get(BREACH).then().statusCode(404);
    in("D0103").get("/api/v1/escalations").then().statusCode(200).body("escalations", empty());
    in("D0102").get(BREACH).then().statusCode(200);
    in("D0102").get("/api/v1/escalations").then().body("escalations", hasSize(1));
  }

  @Test
  void the_monitor_is_asked_in_the_unit_acted_in() {
    in("D0103").get("/deadlines").then().statusCode(200);
    in("D0103").get("/deadlines/export?format=csv");

    assertThat(FakeMonitor.asked()).hasSizeGreaterThan(1).extracting("unit").containsOnly("D0103");
    assertThat(FakeMonitor.questions()).anyMatch(line -> line.contains("/api/v1/deadlines"));
    assertThat(claims(FakeMonitor.asked().getFirst().token()))
        .contains("\"unit\":[\"D0102\",\"D0103\",\"D09\"]");

    FakeMonitor.isAway();
    as("prosecutor").get("/deadlines").then().statusCode(200);
    assertThat(FakeMonitor.asked()).isNotEmpty().extracting("unit").containsOnly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"D01", "D0104", "%zz", "D0103,D0102", "%20", "..", "x"})
  void a_cookie_of_a_unit_that_is_not_theirs_counts_for_nothing(String forged) {
    in(forged).get("/").then().statusCode(200).body(containsString(FIRST));
    in(forged).get(BREACH).then().statusCode(200);
    in(forged).get("/deadlines").then().statusCode(200);

    assertThat(FakeMonitor.asked()).isNotEmpty().extracting("unit").containsOnly("D0102");
  }

  @Test
  void another_site_cannot_switch() {
    joint()
        .header("Sec-Fetch-Site", "cross-site")
        .formParam("unit", "D0103")
        .post("/acted-in")
        .then()
        .statusCode(403)
        .header("Set-Cookie", nullValue());
    joint()
        .formParam("unit", "D0103")
        .post("/acted-in")
        .then()
        .statusCode(403)
        .header("Set-Cookie", nullValue());
  }

  @Test
  void nobody_switches_to_a_unit_that_is_not_theirs() {
    choose(joint(), "D01").statusCode(400).header("Set-Cookie", nullValue());
    choose(joint(), "").statusCode(400).header("Set-Cookie", nullValue());
    choose(as("prosecutor"), "D0102").statusCode(400).header("Set-Cookie", nullValue());
    choose(as("prosecutor"), "D01").statusCode(303);
    joint()
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("unit", "D0102", "D0103")
        .post("/acted-in")
        .then()
        .statusCode(400);
  }

  @Test
  void a_header_goes_before_the_cookie_and_is_never_passed_over() {
    in("D0103").header("Caseclock-Unit", "D0102").get(BREACH).then().statusCode(200);
    in("D0103")
        .header("Caseclock-Unit", "D01")
        .get(BREACH)
        .then()
        .statusCode(403)
        .body(containsString("<html"), not(containsString(SECOND)));
    in("D0103").header("Caseclock-Unit", "%").get("/rules").then().statusCode(400);
    joint().header("Caseclock-Unit", "D01").get("/api/v1/notices").then().statusCode(403);
  }

  @Test
  void the_cookie_of_a_browser_says_nothing_of_a_bearer_token() {
    var token = TestTokens.of("prosecutor").units("D0102", "D0103").sign();

    given()
        .auth()
        .oauth2(token)
        .cookie(COOKIE, "D0103")
        .get("/api/v1/escalations")
        .then()
        .body("escalations", hasSize(1));
    given()
        .auth()
        .oauth2(token)
        .header("Caseclock-Unit", "D0103")
        .get("/api/v1/escalations")
        .then()
        .body("escalations", empty());
  }

  @Test
  void signing_out_forgets_it() {
    in("D0103")
        .header("Sec-Fetch-Site", "same-origin")
        .post("/sign-out")
        .then()
        .statusCode(303)
        .cookie(COOKIE, "");
    given().get("/signed-out").then().statusCode(200).cookie(COOKIE, "");
  }

  private static String claims(String bearer) {
    var part = bearer.split("\\.")[1];
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static ValidatableResponse choose(RequestSpecification browser, String unit) {
    return browser
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("unit", unit)
        .post("/acted-in")
        .then();
  }

  private static RequestSpecification in(String unit) {
    return joint().cookie(COOKIE, unit);
  }

  private static RequestSpecification joint() {
    return as("joint");
  }

  private static RequestSpecification as(String username) {
    return given()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .header("Accept", "text/html,*/*;q=0.8")
        .cookie("caseclock-session", Browsing.as(username).session());
  }
}
