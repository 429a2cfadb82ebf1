package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
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

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class OverviewPagesTest {

  @Inject Office office;

  @BeforeEach
  void theMonitorTells() {
    office.open();
    office.hears(breachOf("D1"));
    FakeMonitor.isAway();
    FakeMonitor.tells(PresentFigures.PATH, PresentFigures.bureau());
    FakeMonitor.tells("/api/v1/statistics/safe-days", PresentFigures.safeDays());
    FakeMonitor.tells("/api/v1/statistics/deadlines", PresentFigures.months());
    FakeMonitor.tells("/api/v1/present/officers/O1", PresentFigures.officer("O1"));
  }

  @Test
  void a_supervisor_sees_every_figure_with_the_rows_behind_it() {
    Browsing.as("chief")
        .get("/")
        .statusCode(200)
        .body(containsString("href=\"/deadlines?unit=D01&amp;status=breached\""))
        .body(containsString("href=\"/deadlines?unit=D0102&amp;status=running&amp;due=tomorrow\""))
        .body(containsString("href=\"/deadlines?unit=D01&amp;changed=met-late\""))
        .body(containsString("数据截至 2026年11月26日 10:00"))
        .body(containsString("最近一次超期：2026年10月16日"), containsString("最长 88 天"))
        .body(containsString("其中 1 项未办结且未超期，或期满终止"))
        .body(
            containsString(
                "/deadlines?unit=D0102&amp;status=running%2Clapsed&amp;dueOnFrom=2026-11-01&amp;dueOnTo=2026-11-26"))
        .body(containsString("示例二所"), containsString("2 个单位中，1 个没有超期"))
        .body(containsString("▲ 增加"), containsString("▼ 减少"))
        .body(containsString("data-chart"), containsString("11月"));
    assertThat(FakeMonitor.questions())
        .anyMatch(line -> line.startsWith("GET /api/v1/present?unit=D01"))
        .anyMatch(line -> line.contains("/statistics/deadlines") && line.contains("by=month"));
    assertThat(FakeMonitor.asked()).allMatch(asked -> asked.token().startsWith("Bearer "));
  }

  @Test
  void what_waits_for_people_leads_to_their_lists() {
    Browsing.as("chief")
        .get("/")
        .body(containsString("href=\"/notices?stage=unsigned&amp;unit=D01\""))
        .body(containsString("kind=incident-callback"), containsString("dueTo="))
        .body(containsString("示例分局整改〔2026〕1号"));
  }

  @Test
  void call_backs_that_are_late_stand_apart_from_those_of_today() {
    office.text(
        "with d as (insert into task_definition (hash, body) values ('h', '') returning hash)"
            + " insert into task (id, kind, definition, deadline_id, rule, unit, case_id, subject,"
            + " element, opened_at, due_at, state, seq) select 'T-late', 'incident-callback', hash,"
            + " 'D9', 'incident-callback', 'D0102', 'A1', 'case/A1', 'incident',"
            + " '2026-01-01 00:00+00', '2026-01-02 00:00+00', 'open', 1 from d returning id");

    Browsing.as("chief")
        .get("/")
        .statusCode(200)
        .body(containsString("逾期未回访"), containsString("/tasks?state=overdue"));
  }

  @Test
  void every_task_of_a_morning_has_an_entry_here() {
    var page = Browsing.as("chief").get("/").extract().asString();

    for (var path :
        new String[] {
          "/deadlines", "/indicators", "/bulletins", "/calculator", "/rules", "/wall", "/silences"
        }) {
      assertThat(page).contains("class=\"chip\" href=\"" + path + "\"");
    }
    assertThat(page).contains("action=\"/search\"");
  }

  @Test
  void an_officer_sees_their_own_work_first() {
    var page = Browsing.as("officer").get("/").statusCode(200).extract().asString();

    assertThat(page).contains("href=\"/deadlines?unit=D0102&amp;officer=O1&amp;status=breached\"");
    assertThat(page).contains("/notices?stage=unsigned&amp;officer=O1");
    assertThat(page.indexOf("我的工作")).isPositive().isLessThan(page.indexOf("id=\"t-overdue\""));
    assertThat(page).doesNotContain("href=\"/silences\">静默");
  }

  @Test
  void while_the_monitor_is_away_the_rest_of_the_page_works() {
    FakeMonitor.isAway();

    Browsing.as("chief")
        .get("/")
        .statusCode(200)
        .body(containsString("监测服务暂时没有应答"))
        .body(containsString("href=\"/notices?stage=unsigned&amp;unit=D01\""))
        .body(containsString("示例分局整改〔2026〕1号"));
    Browsing.as("officer").get("/").statusCode(200).body(containsString("我的工作"));
  }

  @Test
  void one_part_that_is_refused_does_not_take_the_others_along() {
    FakeMonitor.refuses("/api/v1/statistics/safe-days", 403, "not-allowed");

    Browsing.as("chief")
        .get("/")
        .statusCode(200)
        .body(containsString("监测服务没有接受这次查询"))
        .body(containsString("id=\"t-overdue\""));
  }

  @Test
  void a_unit_below_is_shown_and_one_elsewhere_does_not_exist() {
    Browsing.as("chief")
        .get("/?unit=D0102")
        .statusCode(200)
        .body(containsString("hx-get=\"/?unit=D0102\""));
    Browsing.as("officer").get("/?unit=D0103").statusCode(404);
    assertThat(FakeMonitor.questions()).noneMatch(line -> line.contains("unit=D0103"));
  }

  @Test
  void in_english_nothing_is_left_in_chinese_but_names_and_numbers() {
    Browsing.as("chief")
        .get("/?lang=en")
        .body(containsString("Likely to be missed"), containsString("Units without a breach"))
        .body(not(containsString("超期")), not(containsString("本月")));
  }
}
