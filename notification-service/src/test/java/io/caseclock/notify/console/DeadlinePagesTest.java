package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class DeadlinePagesTest {

  private static final String API = "/api/v1/deadlines";
  private static final String RULE = "criminal-filing-review";

  @Inject Office office;
  @Inject InstantSource clock;
  @Inject Sql sql;

  @BeforeEach
  void oneBreachThatTheMonitorTellsOf() {
    office.open();
    office.hears(breachOf("D1"));
    sql.update("delete from saved_filter");
    FakeMonitor.isAway();
    FakeMonitor.tells(API, page(row("D1", "breached", "O1") + "," + row("D2", "running", "O1")));
  }

  private static String page(String rows) {
    return "{\"deadlines\":[" + rows + "],\"next\":\"bmV4dA\"}";
  }

  private static String row(String id, String status, String officer) {
    return """
    {"id":"%s","caseId":"A<1>","subject":"case/A<1>","rule":"%s","ruleVersion":"2020",
     "names":{"zh":"立案审查期限","en":"Review before filing"},"pack":"p","element":"case",
     "statutory":true,"severity":"grave","list":"case-closing","unit":"D0102","officer":"%s",
     "startedAt":"2026-03-02T02:00:00Z","source":"urn:x","dueAt":"2026-03-12T16:00:00Z",
     "dueOn":"2026-03-12","zone":"Asia/Shanghai","status":"%s","late":true,"provisional":false,
     "lateData":false,"revision":1,"calendarVersion":"2026","inputHash":"x","risk":"high"}
    """
        .formatted(id, RULE, officer, status);
  }

  @Test
  void each_row_leads_to_its_case_its_rule_and_the_reason_of_its_day() {
    as("chief")
        .get("/deadlines")
        .statusCode(200)
        .body(containsString("href=\"/cases/A%3C1%3E\""), containsString("A&lt;1&gt;"))
        .body(containsString("href=\"/rules/" + RULE + "\""))
        .body(containsString("href=\"/cases/A%3C1%3E#deadline-D1\""))
        .body(containsString("超期未办结"), containsString("办理中"), containsString("超期风险 高"))
        .body(containsString("2026年3月12日 24:00"), containsString("after=bmV4dA"));
    as("chief")
        .get("/deadlines?lang=en")
        .body(containsString("Overdue"), not(containsString("到期")));
  }

  @Test
  void what_is_open_is_asked_for_first_and_for_an_officer_their_own() {
    as("chief").get("/deadlines").body(containsString("本单位全部未办结"));
    assertThat(lastAsked()).isEqualTo("GET " + API + "?status=open");
    as("officer")
        .get("/deadlines")
        .body(containsString("我的未办结"), containsString("href=\"/deadlines?status=open\""));
    assertThat(lastAsked()).isEqualTo("GET " + API + "?status=open&officer=O1");
    as("officer").get("/deadlines?status=open");
    assertThat(lastAsked()).isEqualTo("GET " + API + "?status=open");
    as("chief").get("/deadlines?status=any&sort=-due");
    assertThat(lastAsked()).isEqualTo("GET " + API + "?sort=-due");
  }

  @Test
  void the_monitor_is_asked_with_the_visitors_own_token() {
    as("chief").get("/deadlines");

    assertThat(FakeMonitor.asked().getLast().token()).startsWith("Bearer ");
  }

  @Test
  void a_form_leads_to_a_plain_address_with_the_rules_id() {
    as("chief")
        .get("/deadlines?unit=D0102&due=tomorrow&status=met,met-late&severity=&rule=" + RULE)
        .statusCode(303)
        .header(
            "Location",
            endsWith("/deadlines?unit=D0102&status=met&status=met-late&due=tomorrow&rule=" + RULE));
  }

  @Test
  void a_rule_that_nobody_knows_is_said_and_nothing_is_asked() {
    var before = FakeMonitor.questions().size();

    as("chief")
        .get("/deadlines?rule=%3Cb%3E")
        .statusCode(200)
        .body(containsString("没有唯一一种期限叫“&lt;b&gt;”"));

    assertThat(FakeMonitor.questions()).hasSize(before);
  }

  @Test
  void each_condition_is_a_chip_that_can_be_taken_away() {
    as("chief")
        .get("/deadlines?unit=D0102&status=breached&due=tomorrow")
        .body(containsString("到期：明天"), containsString("状态：超期未办结"))
        .body(containsString("href=\"/deadlines?unit=D0102&amp;status=breached\""))
        .body(containsString("href=\"/deadlines?unit=D0102&amp;status=any&amp;due=tomorrow\""));
  }

  @Test
  void a_head_of_the_table_sorts_and_sorts_back() {
    as("chief")
        .get("/deadlines?status=open&sort=severity")
        .body(
            containsString(
                "aria-sort=\"ascending\"><a href=\"/deadlines?status=open&amp;sort=-severity\""))
        .body(containsString("aria-sort=\"none\"><a href=\"/deadlines?status=open\""));
  }

  @Test
  void an_empty_page_says_what_to_do_and_a_monitor_that_is_away_leaves_the_rest() {
    FakeMonitor.tells(API, "{\"deadlines\":[]}");
    as("chief").get("/deadlines").statusCode(200).body(containsString("没有符合这些条件的期限"));
    FakeMonitor.isAway();
    as("chief")
        .get("/deadlines")
        .statusCode(200)
        .body(containsString("监测服务暂时没有应答"), containsString("id=\"filter\""));
    FakeMonitor.refuses(API, 400, "malformed-request");
    as("chief").get("/deadlines?unit=nowhere").body(containsString("监测服务没有接受这次查询"));
  }

  @Test
  void a_file_is_asked_for_in_the_language_of_the_page() {
    as("chief")
        .get("/deadlines/export?status=breached&format=csv&lang=en")
        .statusCode(200)
        .header("Content-Disposition", containsString("attachment; filename=\"deadlines-"));
    assertThat(lastAsked()).isEqualTo("GET " + API + "?status=breached&language=en");
    as("chief").get("/deadlines/export?format=pdf").statusCode(400);
    as("chief").get("/deadlines/export").statusCode(400).body(containsString("csv"));
    FakeMonitor.refuses(API, 413, "too-large");
    as("chief").get("/deadlines/export?format=xlsx").statusCode(413).body(containsString("请缩小范围"));
  }

  @Test
  void several_are_taken_on_with_one_day_and_each_says_what_came_of_it() {
    as("chief")
        .get("/deadlines")
        .body(containsString("value=\"D1\""), not(containsString("value=\"D2\"")));

    as("chief")
        .post("/deadlines/take-on", take("gone", today().toString(), "补办"))
        .statusCode(404)
        .body(containsString("没有待承接的超期督办"), containsString("value=\"补办\""));
    as("chief")
        .post("/deadlines/take-on", take("D1", today().plusDays(3).toString(), "补办 <b>"))
        .statusCode(200)
        .body(containsString("所选 1 项中，已承接 1 项"), containsString("已承接，计划于"));
    as("chief")
        .get("/deadlines")
        .body(containsString(">已承接<"), not(containsString("value=\"D1\"")));
    as("chief")
        .post("/deadlines/take-on", take("D1", today().plusDays(3).toString(), "补办"))
        .statusCode(409)
        .body(containsString("已由 虚构S1 S1 于"));
    assertThat(office.text("select state from escalation")).isEqualTo("acknowledged");
  }

  @Test
  void a_plan_without_day_text_or_choice_is_refused_and_what_was_typed_stays() {
    as("chief")
        .post("/deadlines/take-on", take("D1", "", "补办 <b>"))
        .statusCode(400)
        .body(containsString("请选择计划完成日"), containsString("value=\"补办 &lt;b&gt;\""))
        .body(containsString("value=\"D1\""), containsString(" checked"));
    as("chief").post("/deadlines/take-on", take("D1", today().toString(), " ")).statusCode(400);
    as("chief")
        .post("/deadlines/take-on", take("D\u0000", today().toString(), "补办"))
        .statusCode(400);
    as("chief")
        .post("/deadlines/take-on", take("D1", today().toString(), "\u0000"))
        .statusCode(400);
    as("chief")
        .post("/deadlines/take-on", Map.of("on", today().toString(), "text", "补办"))
        .statusCode(400)
        .body(containsString("请先勾选"));
    as("neighbour")
        .post("/deadlines/take-on", take("D1", today().toString(), "补办"))
        .body(containsString("没有待承接的超期督办"));
    as("auditor").post("/deadlines/take-on", take("D1", today().toString(), "补办")).statusCode(403);
    as("auditor").get("/deadlines").body(not(containsString("name=\"deadline\"")));
    assertThat(office.text("select state from escalation")).isEqualTo("climbing");
  }

  private static Map<String, String> take(String id, String on, String text) {
    return Map.of("deadline", id, "on", on, "text", text, "query", "status=open");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void a_filter_is_saved_renamed_and_forgotten_by_its_owner_alone() {
    as("chief")
        .post("/deadlines/filters", Map.of("name", "明天 <b>", "query", "due=tomorrow&status=open"))
        .statusCode(303)
        .header("Location", endsWith("/deadlines?status=open&due=tomorrow"));
    var id = office.text("select id from saved_filter");
    as("chief")
        .get("/deadlines?status=open&due=tomorrow")
        .body(containsString("aria-current=\"page\">明天 &lt;b&gt;</a>"));
    as("legal").get("/deadlines").body(not(containsString("明天 &lt;b&gt;")));
    as("chief")
        .post("/deadlines/filters", Map.of("name", "明天 <b>", "query", "due=today"))
        .statusCode(409)
        .body(containsString("您已有同名的筛选"), containsString("value=\"明天 &lt;b&gt;\""));
    as("chief")
        .post("/deadlines/filters", Map.of("name", "坏", "query", "password=1"))
        .statusCode(400)
        .body(containsString("含有无法识别的条件"));
    as("legal").post("/deadlines/filters/" + id + "/delete", Map.of()).statusCode(404);
    as("chief").post("/deadlines/filters/" + id + "/rename", Map.of("name", "明日")).statusCode(303);
    as("chief").get("/deadlines").body(containsString("明日"));
    as("chief").post("/deadlines/filters/" + id + "/delete", Map.of()).statusCode(303);
    assertThat(office.text("select count(*) from saved_filter")).isEqualTo("0");
  }

  @Test
  void the_api_saves_lists_and_forgets_the_callers_own() {
    var id =
        chief()
            .contentType(ContentType.JSON)
            .body(Map.of("name", "明天", "query", "due=tomorrow"))
            .post("/api/v1/saved-filters")
            .then()
            .statusCode(201)
            .body("query", equalTo("due=tomorrow"))
            .extract()
            .<String>path("id");
    chief().get("/api/v1/saved-filters").then().body("filters.name", equalTo(List.of("明天")));
    chief()
        .contentType(ContentType.JSON)
        .body(Map.of("name", "二", "query", "limit=5"))
        .post("/api/v1/saved-filters")
        .then()
        .statusCode(400);
    Office.l1().get("/api/v1/saved-filters").then().body("filters", hasSize(0));
    Office.l1().delete("/api/v1/saved-filters/" + id).then().statusCode(404);
    chief().delete("/api/v1/saved-filters/" + id).then().statusCode(204);
    chief().delete("/api/v1/saved-filters/1").then().statusCode(404);
  }

  private static RequestSpecification chief() {
    return Office.s1();
  }

  private static String lastAsked() {
    return FakeMonitor.questions().getLast();
  }
}
