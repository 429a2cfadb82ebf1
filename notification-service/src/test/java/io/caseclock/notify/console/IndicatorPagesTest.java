package io.caseclock.notify.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class IndicatorPagesTest {

  private static final String LINKED =
      """
      {"id":"video-linked","names":{"zh":"音视频关联率","en":"Video linked"},"met":19,"of":20,
       "percent":95.0,"target":98,"reached":false,"colour":"orange",
       "colourNames":{"zh":"橙","en":"orange"},"trend":[
       {"period":"2026-09","met":0,"of":0,"percent":null},
       {"period":"2026-10","met":9,"of":10,"percent":90.0},
       {"period":"2026-11","met":19,"of":20,"percent":95.0}]}
      """;

  private static final String BY_UNIT =
      """
      {"unit":"D01","period":"2026-02","from":"2026-02-01","to":"2026-02-28",
       "asOf":"2026-03-12T04:00:00Z","indicator":%s,
       "rules":[{"id":"video-linking","names":{"zh":"音视频关联期限","en":"Video linking"}}],
       "units":[{"unit":"D0102","names":null,"met":15,"of":16,"percent":93.7,"colour":"red","rank":1},
        {"unit":"D0103","names":null,"met":4,"of":4,"percent":100.0,"colour":"green","rank":null}]}
      """
          .formatted(LINKED);

  private static final String FAILED =
      """
      {"unit":"D01","period":"2026-02","then":{"T1":{"outcome":"met","names":{"zh":"按时完成","en":"met in time"}}},
       "deadlines":[
        {"id":"T1","caseId":"A9900000001","rule":"video-linking","names":{"zh":"音视频关联期限","en":"Video linking"},
         "unit":"D0102","officer":"O1","dueAt":"2026-02-12T16:00:00Z","zone":"Asia/Shanghai","status":"breached","lateData":false},
        {"id":"T2","caseId":"A9900000002","rule":"video-linking","names":{"zh":"音视频关联期限","en":"Video linking"},
         "unit":"D0102","officer":null,"dueAt":"2026-02-13T16:00:00Z","status":"met-late","lateData":false}],
       "next":"abc"}
      """;

  @Inject Office office;

  @BeforeEach
  void theMonitorTells() {
    office.open();
    FakeMonitor.isAway();
    FakeMonitor.tells(
        "/api/v1/indicators",
        "{\"asOf\":\"2026-03-12T04:00:00Z\",\"indicators\":[" + LINKED + "]}");
    FakeMonitor.tells("/api/v1/indicators/video-linked", BY_UNIT);
    FakeMonitor.tells("/api/v1/indicators/video-linked/failed", FAILED);
  }

  @Test
  void each_rate_stands_there_with_target_band_and_trend_and_those_of_this_service_too() {
    Browsing.as("chief")
        .get("/indicators")
        .statusCode(200)
        .body(containsString("音视频关联率"), containsString("95.0%"), containsString("19 / 20"))
        .body(containsString("✕ 未达目标"), containsString("band-orange"), containsString("<polyline"))
        .body(containsString("按通知书、预警和回访统计"), containsString("群众满意率"));
  }

  @Test
  void a_target_of_nothing_at_all_is_a_target() {
    FakeMonitor.tells(
        "/api/v1/indicators",
        "{\"asOf\":\"2026-03-12T04:00:00Z\",\"indicators\":["
            + LINKED.replace("\"target\":98", "\"target\":0")
            + "]}");
    FakeMonitor.tells(
        "/api/v1/indicators/video-linked", BY_UNIT.replace("\"target\":98", "\"target\":0"));

    Browsing.as("chief")
        .get("/indicators")
        .statusCode(200)
        .body(containsString("<span class=\"nums\">0%</span>"), containsString("✓ 达到目标"));
    Browsing.as("chief")
        .get("/indicators/video-linked")
        .statusCode(200)
        .body(containsString("<span class=\"count\">0%</span>"));
  }

  @Test
  void below_each_name_stands_what_is_counted_over_what() {
    FakeMonitor.tells(
        "/api/v1/indicators",
        "{\"asOf\":\"2026-03-12T04:00:00Z\",\"indicators\":["
            + LINKED.replace("video-linked", "notices-rectified-in-time")
            + "]}");

    Browsing.as("chief")
        .get("/indicators")
        .statusCode(200)
        .body(containsString("本期到期、按时完成的期限 ÷ 本期到期、已知结果的全部期限："))
        .body(containsString("本期内办结的整改通知书 ÷ 本期内曾处于未办结状态的全部整改通知书"));
    Browsing.as("chief")
        .get("/indicators/notices-rectified?lang=en")
        .statusCode(200)
        .body(containsString("Notices closed as rectified in the period ÷ all notices"));
  }

  @Test
  void one_tells_its_units_its_rules_and_the_cases_behind_the_miss() {
    Browsing.as("chief")
        .get("/indicators/video-linked?period=2026-02")
        .statusCode(200)
        .body(containsString("href=\"/rules/video-linking\""))
        .body(containsString("少于五件"), containsString("band-green"))
        .body(containsString("href=\"/cases/A9900000001\""), containsString("按时完成"))
        .body(containsString("逾期完成"), containsString("相同"))
        .body(containsString("after=abc"), containsString("period=2026-02"))
        .body(containsString("/indicators/video-linked/failed.csv?unit=D01&amp;period=2026-02"));
    assertThat(FakeMonitor.questions())
        .contains("GET /api/v1/indicators/video-linked/failed?unit=D01&period=2026-02&limit=50");
  }

  @Test
  void those_of_this_service_have_a_page_without_cases() {
    var list = Browsing.as("chief").get("/indicators").extract().asString();
    var path = list.substring(list.lastIndexOf("href=\"/indicators/") + 6);

    Browsing.as("chief")
        .get(path.substring(0, path.indexOf('?')))
        .statusCode(200)
        .body(containsString("data-chart"), not(containsString("/cases/")));
  }

  @Test
  void while_the_monitor_is_away_its_part_says_so_and_ours_stays() {
    FakeMonitor.isAway();

    Browsing.as("chief")
        .get("/indicators")
        .statusCode(200)
        .body(containsString("监测服务暂时没有应答"), containsString("群众满意率"));
    Browsing.as("chief").get("/indicators/video-linked").statusCode(200);
    Browsing.as("chief").get("/indicators/video-linked/failed.csv").statusCode(503);
  }

  @Test
  void one_that_does_not_exist_is_not_found() {
    FakeMonitor.refuses("/api/v1/indicators/nothing", 404, "not-found");

    Browsing.as("chief").get("/indicators/nothing").statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "2999-01", "yesterday", "2026-W54"})
  void a_period_that_is_none_or_has_not_begun_is_refused(String period) {
    Browsing.as("chief").get("/indicators?period=" + period).statusCode(400);
  }

  @Test
  void nobody_asks_for_a_unit_that_is_not_theirs() {
    Browsing.as("officer").get("/indicators?unit=D0103").statusCode(404);
    Browsing.as("officer").get("/indicators/video-linked/failed.csv?unit=D0103").statusCode(404);
  }

  @Test
  void the_weeks_and_days_are_offered_and_another_period_stays_chosen() {
    Browsing.as("chief")
        .get("/indicators?period=2025-01&lang=en")
        .statusCode(200)
        .body(containsString("<option value=\"2025-01\" selected>"), containsString("Weeks"));
  }
}
