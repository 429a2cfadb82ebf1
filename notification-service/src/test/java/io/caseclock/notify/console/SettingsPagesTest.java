package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class SettingsPagesTest {

  @Inject Office office;
  @Inject Sql sql;

  @BeforeEach
  void open() {
    office.open();
    sql.update("truncate audit_log");
    FakeMonitor.isAway();
  }

  @Test
  void the_index_names_only_what_the_role_may_see() {
    as("admin")
        .get("/settings")
        .statusCode(200)
        .body(containsString("href=\"/routes\""), containsString("href=\"/dead-letters\""))
        .body(containsString("href=\"/audit-log\""), containsString("href=\"/channels\""));
    as("legal")
        .get("/settings?lang=en")
        .statusCode(200)
        .body(containsString("Who is told of what"), not(containsString("href=\"/audit-log\"")))
        .body(not(containsString("href=\"/channels\"")));
    as("officer").get("/settings").statusCode(403).body(containsString("<html"));
  }

  @Nested
  class TheAuditLog {

    @Test
    void finds_by_day_person_operation_and_outcome() {
      as("legal").post("/silences/S-7/end", Map.of()).statusCode(404);
      await().until(() -> !office.texts("select 1 from audit_log where status = 404").isEmpty());

      as("chief")
          .get("/audit-log?who=L9&operation=/silences&outcome=refused")
          .statusCode(200)
          .body(containsString("静默"), containsString("S-7"), containsString("虚构L9"));
      as("chief")
          .get("/audit-log?who=L9&operation=/silences&outcome=done")
          .statusCode(200)
          .body(containsString("没有符合条件的记录"));
      as("chief").get("/audit-log?to=2020-01-01").body(containsString("没有符合条件的记录"));
      as("chief")
          .get("/audit-log?from=yesterday")
          .statusCode(400)
          .body(containsString("请填写存在的日期"), containsString("value=\"yesterday\""));
    }

    @Test
    void shows_the_monitors_own_and_says_when_it_is_away() {
      as("chief")
          .get("/audit-log?service=monitor&operation=/silences")
          .statusCode(200)
          .body(containsString("监测服务暂时没有应答"));

      FakeMonitor.tells(
          "/api/v1/audit-log",
          """
          {"entries":[{"id":7,"at":"2026-03-12T00:00:00Z","account":"chief","officer":"S1",
            "roles":["supervisor"],"unit":"D01","operation":"POST /api/v1/history/releases",
            "ids":{"unit":"D0102"},"status":200,"requestId":"r-<7>"}],"next":7}
          """);

      as("chief")
          .get("/audit-log?service=monitor&from=2026-03-12&lang=en")
          .statusCode(200)
          .body(containsString("History · release"), containsString("r-&lt;7&gt;"))
          .body(containsString("after=7"));
      assertThat(
          FakeMonitor.questions(), hasItem(startsWith("GET /api/v1/audit-log?from=2026-03-11T16")));
    }

    @Test
    void leaves_as_a_file_and_only_to_those_who_watch() {
      as("chief")
          .get("/audit-log/file?service=notification")
          .statusCode(200)
          .header("Content-Disposition", startsWith("attachment"))
          .body(containsString("requestId"));
      as("legal").get("/audit-log").statusCode(403);
      as("legal").get("/audit-log/file").statusCode(403);
    }
  }
}
