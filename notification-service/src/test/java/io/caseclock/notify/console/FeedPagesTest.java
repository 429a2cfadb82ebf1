package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class FeedPagesTest {

  private static final String FEEDS = "/api/v1/calendar-feeds";
  private static final String LISTING =
      """
      {"feeds":[{"id":"8d7f1f7e-0000-4000-8000-000000000001","name":"<值班手机>","language":"zh",
        "madeAt":"2026-03-02T02:00:00Z","readAt":null}],"most":5}
      """;
  private static final String ADDRESS = "/calendar/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ.ics";

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
    FakeMonitor.isAway();
  }

  @Test
  void ones_links_are_listed_with_when_they_were_read() {
    FakeMonitor.tells(FEEDS, LISTING);

    as("officer")
        .get("/feed")
        .statusCode(200)
        .body(containsString("&lt;值班手机&gt;"), containsString("尚未读取"))
        .body(containsString("action=\"/feed/8d7f1f7e-0000-4000-8000-000000000001/revoke\""));
    assertThat(FakeMonitor.asked().getFirst().token()).startsWith("Bearer ");
  }

  @Test
  void without_a_link_the_page_says_what_would_be_there() {
    FakeMonitor.tells(FEEDS, "{\"feeds\":[],\"most\":5}");

    as("officer").get("/feed").body(containsString("还没有订阅"));
    as("officer").get("/feed?lang=en").body(containsString("There is no link yet"));
  }

  @Test
  void a_new_link_is_shown_once_with_the_whole_address() {
    FakeMonitor.tells(
        FEEDS,
        "{\"feeds\":[],\"most\":5,\"id\":\"x\",\"name\":\"手机\",\"path\":\"" + ADDRESS + "\"}");

    as("officer")
        .post("/feed", Map.of("name", "手机", "language", "zh"))
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body(containsString("http://localhost:8080" + ADDRESS), containsString("data-copy"));
    as("officer").get("/feed").body(not(containsString(ADDRESS)));
    assertThat(FakeMonitor.asked())
        .anySatisfy(
            asked -> assertThat(asked.body()).contains("\"name\":\"手机\"", "\"language\":\"zh\""));
  }

  @Test
  void a_refused_wish_says_why_and_keeps_what_was_typed() {
    FakeMonitor.refuses(FEEDS, 409, "state-forbids");

    as("officer")
        .post("/feed", Map.of("name", "第六个", "language", "en"))
        .statusCode(409)
        .body(containsString("已达上限"), containsString("value=\"第六个\""));
  }

  @Test
  void a_link_is_revoked_by_a_plain_form() {
    FakeMonitor.tells(FEEDS + "/one", "null");

    as("officer")
        .post("/feed/one/revoke", Map.of())
        .statusCode(303)
        .header("Location", endsWith("/feed"));
    assertThat(FakeMonitor.questions()).contains("DELETE " + FEEDS + "/one");
    as("officer").get("/feed/one/revoke?lang=en").statusCode(303);
    as("officer").postFromElsewhere("/feed/one/revoke", Map.of()).statusCode(403);
  }

  @Test
  void while_the_monitor_is_away_the_page_says_so_and_stands() {
    as("officer").get("/feed").statusCode(200).body(containsString("监测服务暂时没有应答"));
    as("officer")
        .post("/feed", Map.of("name", "手机", "language", "zh"))
        .statusCode(503)
        .body(containsString("没有作任何改动"));
  }

  @Test
  void only_those_who_have_deadlines_have_links() {
    as("auditor").get("/feed").statusCode(403);
    as("admin").get("/feed").statusCode(403);
  }

  @Test
  void a_calendar_is_passed_on_without_any_token() {
    FakeMonitor.tells(ADDRESS, "BEGIN:VCALENDAR");

    var tag =
        RestAssured.get(ADDRESS)
            .then()
            .statusCode(200)
            .header("Content-Type", containsString("text/calendar"))
            .header("Content-Disposition", containsString("attachment"))
            .header("Cache-Control", containsString("private"))
            .body(allOf(containsString("BEGIN:VCALENDAR")))
            .extract()
            .header("ETag");
    assertThat(FakeMonitor.asked().getFirst().token()).isEmpty();
    RestAssured.given().header("If-None-Match", tag).get(ADDRESS).then().statusCode(304);
  }

  @Test
  void an_unknown_calendar_is_not_found_and_one_that_cannot_be_read_comes_later() {
    FakeMonitor.refuses(ADDRESS, 404, "not-found");

    RestAssured.get(ADDRESS).then().statusCode(404);
    RestAssured.get("/calendar/other.ics").then().statusCode(503);
  }
}
