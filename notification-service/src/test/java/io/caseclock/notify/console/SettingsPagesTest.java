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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    sql.update("truncate audit_log, audit_log_day");
    sql.update("truncate message_template");
    FakeMonitor.isAway();
  }

  @AfterEach
  void shippedWordsAgain() {
    sql.update("truncate message_template");
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

  @Test
  void the_audit_log_finds_by_day_person_operation_and_outcome() {
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
        .get("/audit-log?from=2026-03-12&to=2026-03-11")
        .statusCode(400)
        .body(containsString("value=\"2026-03-11\""));
    as("chief").get("/audit-log?service=garbage").statusCode(400);
    as("chief")
        .get("/audit-log?from=yesterday")
        .statusCode(400)
        .body(containsString("请填写存在的日期"), containsString("value=\"yesterday\""));
  }

  @Test
  void the_audit_log_shows_the_monitors_own_and_says_when_it_is_away() {
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
  void the_audit_log_leaves_as_a_file_and_only_to_those_who_watch() {
    as("chief")
        .get("/audit-log/file?service=notification")
        .statusCode(200)
        .header("Content-Disposition", startsWith("attachment"))
        .body(containsString("requestId"));
    as("legal").get("/audit-log").statusCode(403);
    as("legal").get("/audit-log/file").statusCode(403);
  }

  private static final String ONE =
      """
      {"id":17,"topic":"case-events","origin":"case-events-0@7","reason":"malformed",
       "detail":"no <b>json</b>","caseId":"A1","putAt":"2026-03-12T00:00:00Z","tries":1,
       "state":"open"}
      """;

  @Test
  void records_put_aside_of_both_services_stand_on_one_page_and_one_may_be_away() {
    as("admin")
        .get("/dead-letters")
        .statusCode(200)
        .body(containsString("没有未处理的记录"), containsString("监测服务暂时没有应答"));

    FakeMonitor.tells("/api/v1/dead-letters", "{\"deadLetters\":[" + ONE + "],\"next\":17}");

    as("auditor")
        .get("/dead-letters?reason=malformed&lang=en")
        .statusCode(200)
        .body(containsString("no &lt;b&gt;json"), containsString("/dead-letters/monitor/17"))
        .body(containsString("service=monitor&amp;after=17"));
    assertThat(FakeMonitor.questions(), hasItem(containsString("reason=malformed")));
  }

  @Test
  void why_a_record_was_put_aside_is_said_in_the_language_of_the_page() {
    FakeMonitor.tells(
        "/api/v1/dead-letters",
        "{\"deadLetters\":["
            + saying("the header <b>ce_id</b> stands there twice")
            + ","
            + saying("the data cannot be read at '/names': must be an object (line 3)")
            + ","
            + saying("Index 7 out of bounds for length 3")
            + "]}");

    as("admin")
        .get("/dead-letters")
        .statusCode(200)
        .body(containsString("头 &lt;b&gt;ce_id&lt;/b&gt; 重复"))
        .body(containsString("内容无法读取，位置 /names：应为对象（第 3 行）"))
        .body(containsString("<q lang=\"en\">Index 7 out of bounds for length 3</q>"))
        .body(not(containsString("stands there twice")))
        .body(not(containsString("must be an object")));
    as("admin")
        .get("/dead-letters?lang=en")
        .body(containsString("The data cannot be read at /names: an object is expected, line 3"));
  }

  private static String saying(String detail) {
    return ONE.replace("no <b>json</b>", detail);
  }

  @Test
  void a_record_put_aside_is_shown_whole_and_settled_by_an_administrator() {
    FakeMonitor.tells(
        "/api/v1/dead-letters/17",
        "{\"letter\":"
            + ONE
            + ",\"headers\":[{\"name\":\"ce_type\",\"value\":{\"text\":\"x\",\"bytes\":1}}],"
            + "\"value\":{\"text\":\"<script>\",\"bytes\":8}}");
    as("auditor")
        .get("/dead-letters/monitor/17")
        .statusCode(200)
        .body(containsString("&lt;script&gt;"), not(containsString("/17/replay\"")));
    as("auditor").post("/dead-letters/monitor/17/replay", Map.of()).statusCode(403);
    as("admin")
        .post("/dead-letters/monitor/17/dismiss", Map.of("reason", " "))
        .statusCode(400)
        .body(containsString("请填写放弃的理由"));

    FakeMonitor.refuses("/api/v1/dead-letters/17/replay", 422, "rule-refuses");
    as("admin")
        .post("/dead-letters/monitor/17/replay", Map.of())
        .statusCode(422)
        .body(containsString("仍然无法处理"));

    FakeMonitor.tells("/api/v1/dead-letters/17/dismiss", ONE);
    as("admin")
        .post("/dead-letters/monitor/17/dismiss", Map.of("reason", "测试系统发来"))
        .statusCode(303);
    as("admin").get("/dead-letters/elsewhere/17").statusCode(404);
    as("otheradmin").get("/dead-letters").statusCode(403);
  }

  @Test
  void the_wording_is_tried_saved_and_given_back_with_plain_forms() {
    as("legal")
        .get("/templates")
        .statusCode(200)
        .body(containsString("超期：{事项}"), containsString("由最上级单位的督察或管理员修改"));
    as("chief").get("/templates/breach").statusCode(200).body(containsString("超期：立案审查期限"));

    as("chief")
        .post("/templates/breach", fields("preview", "逾期：{事项}", "0"))
        .statusCode(200)
        .body(containsString("逾期：立案审查期限"), not(containsString("value=\"reset\"")));
    as("chief").post("/templates/breach", fields("save", "逾期：{事项}", "0")).statusCode(303);
    as("chief")
        .get("/templates/breach?saved=yes")
        .body(containsString("已保存"), containsString("value=\"逾期：{事项}\""));
    as("chief").post("/templates/breach", fields("reset", "", "1")).statusCode(303);
    as("chief").get("/templates/breach").body(containsString("value=\"超期：{事项}\""));
  }

  @Test
  void the_wording_is_refused_beside_the_field_and_what_was_typed_stays() {
    as("chief")
        .post("/templates/breach", fields("save", "逾期：{谁}", "0"))
        .statusCode(400)
        .body(containsString("没有“{谁}”这项内容"), containsString("value=\"逾期：{谁}\""));
    as("chief").post("/templates/breach", fields("save", "", "0")).statusCode(400);
    as("chief").post("/templates/breach", fields("save", "逾期：{事项}", "0")).statusCode(303);
    as("admin")
        .post("/templates/breach", fields("save", "晚：{事项}", "0"))
        .statusCode(412)
        .body(containsString("其他人刚刚修改过"), containsString("value=\"晚：{事项}\""));
    as("legal").post("/templates/breach", fields("save", "晚：{事项}", "1")).statusCode(403);
    as("otheradmin").post("/templates/breach", fields("save", "晚：{事项}", "1")).statusCode(403);
    as("chief").get("/templates/rumour").statusCode(404);
  }

  private static Map<String, String> fields(String button, String title, String version) {
    return Map.of(
        "do",
        button,
        "version",
        version,
        "titleZh",
        title,
        "titleEn",
        "Late: {name}",
        "textZh",
        "{事项}，{期限}。",
        "textEn",
        "{name}, {due}.");
  }
}
