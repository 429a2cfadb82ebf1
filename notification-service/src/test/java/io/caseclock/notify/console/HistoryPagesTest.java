package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class HistoryPagesTest {

  private static final String API = "/api/v1/history/";
  private static final String RULE = "public-security-case-handling";
  private static final Map<String, String> WISH =
      Map.of("unit", "D0102", "rule", RULE, "as", "digest");

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
    FakeMonitor.isAway();
    FakeMonitor.tells(
        API + "waiting",
        """
        {"unit":"D0102","asOf":"2026-03-02T02:00:00Z","most":5000,"rules":[{"rule":"%s",
          "names":{"zh":"办案期限","en":"Handling"},"waiting":6001,"units":2,"officers":7,
          "oldest":"2020-03-02T02:00:00Z"}]}
        """
            .formatted(RULE));
  }

  @Test
  void what_waits_what_would_have_been_told_and_what_was_decided_stand_on_one_page() {
    FakeMonitor.tells(
        API + "report",
        """
        {"unit":"D01","asOf":"2026-03-02T02:00:00Z","lines":[{"unit":"D0102","rule":"r",
          "names":{"zh":"办案期限","en":"Handling"},"severity":"grave","level":"before-P3D",
          "alarms":12,"open":0,"waiting":0}],"findings":[{"unit":"D0102","cause":"contradiction",
          "findings":4}],"next":"n1"}
        """);
    FakeMonitor.tells(
        API + "releases",
        """
        {"releases":[{"id":"i","unit":"D0102","rule":"%s","as":"notices","deadlines":9,
          "by":"S1","at":"2026-03-02T02:00:00Z","waiting":null}]}
        """
            .formatted(RULE));

    as("chief")
        .get("/history?unit=D0102")
        .statusCode(200)
        .body(containsString("6001"), containsString("数据矛盾"), containsString("逐件告知"))
        .body(containsString("after=n1"), containsString("action=\"/history/release\""));
    assertThat(FakeMonitor.questions()).contains("GET /api/v1/history/waiting?unit=D0102");
    as("auditor").get("/history").body(not(containsString("action=\"/history/release\"")));
    as("officer").get("/history").statusCode(403);
  }

  @Test
  void the_number_that_would_be_told_is_shown_before_it_is_done() {
    as("chief")
        .get("/history/release?unit=D0102&as=digest&rule=" + RULE)
        .statusCode(200)
        .body(containsString("6001"), containsString("每人一条消息"), containsString("5000"))
        .body(containsString("method=\"post\" action=\"/history/release\""));
    as("chief")
        .get("/history/release?lang=en")
        .statusCode(303)
        .header("Location", endsWith("/history"));
    as("chief")
        .get("/history/release?unit=D0102&as=digest&rule=other")
        .statusCode(404)
        .body(containsString("没有等待处理"));
    as("legal").get("/history/release").statusCode(403);
    as("legal").post("/history/release", WISH).statusCode(403);
  }

  @Test
  void a_release_says_how_many_it_took_and_how_many_still_wait() {
    FakeMonitor.tells(
        API + "releases",
        """
        {"id":"i","unit":"D0102","rule":"%s","as":"digest","deadlines":5000,"by":"S1",
          "at":"2026-03-02T02:00:00Z","waiting":500}
        """
            .formatted(RULE));

    as("chief")
        .post("/history/release", WISH)
        .statusCode(200)
        .body(containsString("已处理 5000 件"), containsString("还有 500 件"));
    assertThat(FakeMonitor.asked())
        .anySatisfy(asked -> assertThat(asked.body()).contains("\"as\":\"digest\""));
    as("chief").postFromElsewhere("/history/release", WISH).statusCode(403);
    as("chief").post("/history/release", Map.of("unit", "D0102")).statusCode(400);
    as("chief")
        .post("/history/release", Map.of("unit", "D0102", "rule", "other", "as", "digest"))
        .statusCode(404);
  }

  @Test
  void a_refused_release_says_why_and_is_asked_again() {
    FakeMonitor.refuses(API + "releases", 422, "unknown-unit");

    as("chief")
        .post("/history/release", WISH)
        .statusCode(422)
        .body(containsString("只能处理本单位"), containsString("6001"));
  }

  @Test
  void the_breaches_behind_a_figure_lead_to_their_cases() {
    FakeMonitor.tells(
        API + "breaches",
        """
        {"breaches":[{"caseId":"A1","names":{"zh":"办案期限","en":"Handling"},"severity":"grave",
          "unit":"D0102","officer":null,"dueAt":"2020-03-12T16:00:00Z","releasedAs":null}],
         "next":null}
        """);

    as("legal")
        .get("/history/breaches?unit=D0102&state=waiting")
        .statusCode(200)
        .body(containsString("href=\"/cases/A1\""), containsString("待处理"));
    as("legal").get("/history/breaches?state=all").statusCode(400);
  }

  @Test
  void while_the_monitor_is_away_each_part_says_so() {
    FakeMonitor.isAway();

    as("chief").get("/history").statusCode(200).body(containsString("暂时没有应答"));
    as("chief").post("/history/release", WISH).statusCode(503).body(containsString("没有作任何处理"));
  }
}
