package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Packs in force, their calendar, and what a candidate would change. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class PackPagesTest {

  private static final String PACKS =
      """
      {"packs":[{"id":"cn-public-security","version":"2026.11.3","hash":"0123456789abcdef",
        "names":{"zh":"公安执法期限","en":"Public security"},"zone":"Asia/Shanghai",
        "inForceAt":"2026-03-02T02:00:00Z","rules":300,"versions":310,"eventTypes":200,
        "lists":[{"id":"case-closing","names":{"zh":"案件结案","en":"Case closing"}}],
        "indicators":[],"calendarVersion":"x","announcedUntil":"2026-12-24","calendar":[]},
       {"id":"elsewhere","version":"1","hash":"ff","names":{"zh":"别处","en":"Elsewhere"},
        "zone":"Asia/Shanghai","inForceAt":null,"rules":1,"versions":1,"eventTypes":1,"lists":[],
        "indicators":[],"calendarVersion":"","announcedUntil":null,"calendar":[]}]}
      """;
  private static final String RUN = "/api/v1/impact-run";

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
    FakeMonitor.isAway();
  }

  @Test
  void the_packs_in_force_say_whether_both_services_have_the_same() {
    FakeMonitor.tells("/api/v1/packs", PACKS);
    FakeMonitor.tells(
        "/api/v1/law-changes",
        """
        {"changes":[{"id":1,"pack":"cn-public-security","packVersion":"2026.11.3",
          "calendarVersion":"x","inForceAt":"2026-03-02T02:00:00Z","finishedAt":null,"cases":12,
          "moved":3}]}
        """);

    as("legal")
        .get("/packs")
        .statusCode(200)
        .body(containsString("公安执法期限"), containsString("300 条规则"))
        .body(containsString("版本不同"), containsString("未启用"))
        .body(containsString("href=\"/lists/case-closing\""), containsString("进行中"))
        .body(not(containsString("href=\"/impact\"")));
    as("chief").get("/packs?lang=en").body(containsString("href=\"/impact\""));
    as("officer").get("/packs").statusCode(403);
  }

  @Test
  void a_part_that_is_away_leaves_the_other() {
    FakeMonitor.tells("/api/v1/packs", PACKS);

    as("chief").get("/packs").body(containsString("公安执法期限"), containsString("暂时没有应答"));
  }

  @Test
  void a_year_is_a_picture_in_which_each_kind_of_day_has_a_word() {
    FakeMonitor.tells("/api/v1/packs", PACKS);
    FakeMonitor.tells("/api/v1/packs/cn-public-security/calendar/2026", year());

    as("officer")
        .get("/calendars?year=2026")
        .statusCode(200)
        .body(containsString("2026 年工作日历"), containsString("国务院办公厅通知"))
        .body(containsString("title=\"国庆节\">1<sup>休</sup>"), containsString("2<sup>班</sup>"))
        .body(containsString("/deadlines?status=running&amp;dueOnFrom=2026-12-25"));
    as("officer").get("/calendars?year=26").statusCode(400);
    as("officer").get("/calendars?pack=none").statusCode(404);
  }

  /** A year of working days with one day off and one made up. */
  private static String year() {
    var days =
        IntStream.range(0, 365)
            .mapToObj(i -> java.time.LocalDate.of(2026, 1, 1).plusDays(i))
            .map(
                day ->
                    "{\"on\":\"%s\",\"kind\":\"%s\",\"name\":%s,\"announced\":true}"
                        .formatted(day, kind(day), name(day)))
            .collect(Collectors.joining(","));
    return "{\"pack\":\"cn-public-security\",\"year\":2026,\"notice\":\"国务院办公厅通知\","
        + "\"provisional\":false,\"years\":[2026],\"days\":["
        + days
        + "]}";
  }

  private static String kind(java.time.LocalDate day) {
    return switch (day.toString()) {
      case "2026-10-01" -> "holiday";
      case "2026-10-02" -> "make-up-working-day";
      default -> "working-day";
    };
  }

  private static String name(java.time.LocalDate day) {
    return kind(day).equals("working-day") ? "null" : "\"国庆节\"";
  }

  @Test
  void without_the_monitor_the_calendar_says_so() {
    as("officer").get("/calendars").statusCode(200).body(containsString("暂时没有应答"));
  }

  @Test
  void a_pack_is_sent_on_and_its_progress_is_asked_for_again() {
    FakeMonitor.tells(RUN, run("running", "null"));

    send("pack.yaml", "id: x").statusCode(303).header("Location", endsWith("/impact"));
    assertThat(FakeMonitor.asked())
        .anySatisfy(
            asked -> assertThat(asked.body()).isEqualTo("{\"files\":{\"pack.yaml\":\"id: x\"}}"));
    as("chief")
        .get("/impact")
        .body(containsString("hx-get=\"/impact/progress\""), containsString("3 / 10"))
        .body(containsString("<progress"));
    as("chief").get("/impact/progress").body(not(containsString("<html")));
  }

  @Test
  void what_would_change_is_told_with_figures_and_rows() {
    FakeMonitor.tells(
        RUN,
        run(
            "done",
            """
            {"cases":10,"open":20,"counts":{"moved":1},"differences":[{"deadlineId":"d",
              "caseId":"A1","subject":"case/A1","rule":"r","names":{"zh":"办案期限","en":"H"},
              "zone":"Asia/Shanghai","unit":"D0102","effect":"moved",
              "before":{"status":"running","dueAt":"2026-03-12T16:00:00Z","dueOn":"2026-03-12"},
              "after":{"status":"running","dueAt":"2026-03-13T16:00:00Z","dueOn":"2026-03-13"}}],
             "unverified":["A9"]}
            """));

    as("chief")
        .get("/impact")
        .statusCode(200)
        .body(containsString("到期时间变动"), containsString("href=\"/cases/A1\""))
        .body(containsString("href=\"/cases/A9\""), containsString("/impact/table"))
        .body(not(containsString("hx-trigger=\"every")));
    as("chief").get("/impact/table").statusCode(200);
  }

  @Test
  void the_mistakes_of_a_pack_are_shown_with_file_and_line() {
    FakeMonitor.refuses(RUN, 400, "malformed-request");

    send("pack.yaml", "id: x").statusCode(400).body(containsString("规则包没有通过检查"));
    send("notes.txt", "x").statusCode(400).body(containsString("只有一个 pack.yaml"));
    as("legal").get("/impact").statusCode(403);
  }

  private static io.restassured.response.ValidatableResponse send(String name, String text) {
    return given()
        .redirects()
        .follow(false)
        .header("Accept", "text/html")
        .header("Sec-Fetch-Site", "same-origin")
        .cookie("caseclock-session", Browsing.as("chief").session())
        .multiPart("files", name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/impact")
        .then();
  }

  private static String run(String state, String report) {
    return "{\"unit\":\"D01\",\"pack\":\"x\",\"version\":\"1\",\"startedAt\":\"2026-03-02T02:00:00Z\","
        + "\"cases\":3,\"total\":10,\"state\":\"%s\",\"report\":%s}".formatted(state, report);
  }
}
