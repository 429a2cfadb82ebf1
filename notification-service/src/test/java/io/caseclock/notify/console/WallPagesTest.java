package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.startsWith;

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
class WallPagesTest {

  @Inject Office office;

  @BeforeEach
  void theMonitorTells() {
    office.open();
    office.hears(breachOf("D1"));
    FakeMonitor.isAway();
    FakeMonitor.tells(PresentFigures.PATH, PresentFigures.bureau());
    FakeMonitor.tells("/api/v1/statistics/safe-days", PresentFigures.safeDays());
    FakeMonitor.tells("/api/v1/statistics/deadlines", PresentFigures.months());
  }

  @Test
  void large_figures_stand_there_with_units_but_without_people_and_cases() {
    var screen = Browsing.as("chief").get("/wall").statusCode(200).extract().asString();

    assertThat(screen).contains("<strong>41</strong>", "<strong>7</strong>", "示例二所");
    assertThat(screen).contains("data-as-of=\"2026-11-26T02:00:00Z\"", "数据截至 10:00");
    assertThat(screen).contains("hx-get=\"/wall\"", "every 30s", "data-zone=\"Asia/Shanghai\"");
    assertThat(screen).doesNotContain("示例督察", "虚构", "A3201", "/cases/", "<nav");
  }

  @Test
  void while_the_monitor_is_away_the_last_figures_stay() {
    FakeMonitor.isAway();

    Browsing.as("chief").getByScript("/wall").statusCode(204).body(emptyString());
    Browsing.as("chief").get("/wall").statusCode(200).body(containsString("监测服务暂时没有应答"));
  }

  @Test
  void its_own_files_are_served_and_nothing_else_runs() {
    Browsing.as("chief")
        .get("/wall")
        .header("Content-Security-Policy", startsWith("default-src 'none'; script-src 'self'"));
    Browsing.as("chief").get("/webjars/caseclock/wall.css").statusCode(200);
    Browsing.as("chief").get("/webjars/caseclock/wall.js").statusCode(200);
  }

  @Test
  void another_unit_of_theirs_may_be_shown_and_no_other() {
    Browsing.as("chief").get("/wall?unit=D0102").statusCode(200);
    Browsing.as("officer").get("/wall?unit=D01").statusCode(404);
  }
}
