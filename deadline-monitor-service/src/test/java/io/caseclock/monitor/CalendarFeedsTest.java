package io.caseclock.monitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.directory.Directory;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secret links to one's own deadlines, over HTTP. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class CalendarFeedsTest {

  private static final String FEEDS = "/api/v1/calendar-feeds";

  @Inject MonitorTestBench bench;
  @Inject Directory directory;

  private final String officer = "O" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void anOfficerOfAStation() {
    bench.aSmallBureau();
    bench.clock().set("2026-03-02T02:00:00Z");
    directory.apply(
        List.of(
            new DirectoryEvent.OfficerAssigned(
                officer,
                "虚构甲",
                "X0101",
                Set.of("officer"),
                Map.of(),
                Instant.parse("2026-01-01T00:00:00Z"))));
  }

  @Test
  void a_link_is_read_without_a_token_until_it_is_revoked() {
    var path = made("手机");

    get(path)
        .statusCode(200)
        .header("Content-Type", containsString("text/calendar"))
        .header("Content-Disposition", containsString("attachment"))
        .header("Cache-Control", equalTo("private, max-age=300"))
        .body(containsString("BEGIN:VCALENDAR"));
    var id = as("officer").get(FEEDS).then().statusCode(200).extract().<String>path("feeds[0].id");
    as("officer").delete(FEEDS + "/" + id).then().statusCode(204);
    get(path).statusCode(404).header("Cache-Control", equalTo("no-store"));
    as("officer").delete(FEEDS + "/" + id).then().statusCode(404);
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    var path = made("手机");
    var tag = get(path).extract().header("ETag");

    RestAssured.given()
        .header("If-None-Match", tag)
        .get(path)
        .then()
        .statusCode(304)
        .header("ETag", equalTo(tag));
  }

  @Test
  void the_list_tells_ones_own_links_and_never_the_secret() {
    var path = made("手机");
    get(path);

    as("officer")
        .get(FEEDS)
        .then()
        .statusCode(200)
        .body("feeds", hasSize(1))
        .body("feeds.name", contains("手机"))
        .body("feeds.language", contains("zh"))
        .body("feeds.readAt", contains("2026-03-02T02:00:00Z"))
        .body("most", equalTo(5))
        .body(not(containsString(path.substring("/calendar/".length(), path.length() - 4))));
    token("officer", "SOMEBODY-ELSE").get(FEEDS).then().body("feeds", empty());
  }

  @Test
  void another_persons_link_cannot_be_revoked() {
    made("手机");
    var id = as("officer").get(FEEDS).then().extract().<String>path("feeds[0].id");

    token("officer", "SOMEBODY-ELSE").delete(FEEDS + "/" + id).then().statusCode(404);
    as("officer").get(FEEDS).then().body("feeds", hasSize(1));
  }

  @Test
  void a_sixth_link_is_refused_with_what_to_do() {
    for (var i = 0; i < 5; i++) {
      made("n" + i);
    }

    post("{\"name\":\"n6\",\"language\":\"zh\"}")
        .statusCode(409)
        .body("detail", containsString("Revoke one"));
  }

  @Test
  void whoever_is_no_officer_of_the_directory_gets_none() {
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("supervisor").unit("X01").sign())
        .get(FEEDS)
        .then()
        .statusCode(403);
    token("officer", "NOBODY")
        .contentType("application/json")
        .body("{\"name\":\"x\",\"language\":\"zh\"}")
        .post(FEEDS)
        .then()
        .statusCode(422)
        .body("detail", containsString("no post"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"name\":\"\",\"language\":\"zh\"}",
        "{\"name\":\"a\\nb\",\"language\":\"zh\"}",
        "{\"name\":\"x\",\"language\":\"fr\"}",
        "{\"name\":1,\"language\":\"zh\"}",
        "{\"name\":\"x\",\"language\":\"zh\",\"officer\":\"O2\"}"
      })
  void any_other_wish_is_refused(String body) {
    post(body).statusCode(400).body("violations", not(empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%E6%A1%88", "a%2F..%2Fb"})
  void whatever_is_no_link_is_answered_alike(String secret) {
    RestAssured.given()
        .urlEncodingEnabled(false)
        .get("/calendar/" + secret + ".ics")
        .then()
        .statusCode(404);
  }

  @Test
  void what_the_packs_in_force_are_and_how_they_count_a_year_is_told() {
    as("officer")
        .get("/api/v1/packs")
        .then()
        .statusCode(200)
        .body("packs[0].id", equalTo("cn-public-security"))
        .body("packs[0].hash", matchesPattern("[0-9a-f]{64}"))
        .body("packs[0].announcedUntil", notNullValue())
        .body("packs[0].calendar.find { it.year == 2026 }.provisional", equalTo(false));
    as("officer")
        .get("/api/v1/packs/cn-public-security/calendar/2026")
        .then()
        .statusCode(200)
        .body("days", hasSize(365))
        .body("days.find { it.on == '2026-10-01' }.kind", equalTo("holiday"))
        .body("days.find { it.on == '2026-10-01' }.name", notNullValue())
        .body("days.find { it.on == '2026-03-02' }.kind", equalTo("working-day"));
    as("officer")
        .get("/api/v1/packs/cn-public-security/calendar/2199")
        .then()
        .body("notice", nullValue())
        .body("provisional", equalTo(true));
    as("officer").get("/api/v1/packs/none/calendar/2026").then().statusCode(404);
    as("officer").get("/api/v1/packs/cn-public-security/calendar/1").then().statusCode(400);
  }

  private String made(String name) {
    return post("{\"name\":\"" + name + "\",\"language\":\"zh\"}")
        .statusCode(201)
        .body("path", matchesPattern("/calendar/[A-Za-z0-9_-]{43}[.]ics"))
        .extract()
        .path("path");
  }

  private ValidatableResponse post(String body) {
    return as("officer").contentType("application/json").body(body).post(FEEDS).then();
  }

  private static ValidatableResponse get(String path) {
    return RestAssured.get(path).then();
  }

  private RequestSpecification as(String role) {
    return token(role, officer);
  }

  private static RequestSpecification token(String role, String officer) {
    return RestAssured.given()
        .auth()
        .oauth2(TestTokens.of(role).unit("X0101").officer(officer).sign());
  }
}
