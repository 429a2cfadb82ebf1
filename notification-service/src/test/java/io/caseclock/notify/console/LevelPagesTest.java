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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may see case A1, on its page. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class LevelPagesTest {

  private static final String API = "/api/v1/cases/A1/level";
  private static final String PAGE = "/cases/A1/level";
  private static final String FORM = "action=\"" + PAGE + "\"";
  private static final String SET = "2026-03-02T02:00:00Z";

  private static final String RESTRICTED =
      """
      {"caseId":"A1","level":"restricted","reason":"<b>虚构的理由","by":"S1","at":"%s",
       "openUntil":null}
      """
          .formatted(SET);

  @Inject Office office;

  @BeforeEach
  void aRestrictedCase() {
    office.open();
    FakeMonitor.isAway();
    CasePagesTest.theMonitorTells();
    FakeMonitor.tells(API, RESTRICTED);
  }

  @Test
  void whoever_sees_a_restricted_case_reads_that_it_is_one_and_why() {
    as("officer")
        .get("/cases/A1")
        .statusCode(200)
        .body(containsString("tag-attention\">限制知悉"), containsString("期限所列的人员能看到本案"))
        .body(containsString("&lt;b&gt;虚构的理由"), containsString("虚构S1 S1 设定于 2026年3月2日 10:00"))
        .body(not(containsString(FORM)), not(containsString("应急查看")));
    as("officer")
        .get("/cases/A1?lang=en")
        .body(containsString("tag-attention\">Restricted"), not(containsString("限制知悉")));
  }

  @Test
  void the_page_tells_who_set_which_level_before() {
    FakeMonitor.tells(
        API,
        RESTRICTED.replace(
            "\"openUntil\":null",
            """
            "openUntil":null,"changes":[
              {"from":"ordinary","to":"restricted","reason":"虚构的理由","by":"S1","at":"2026-03-02T02:00:00Z"},
              {"from":null,"to":"ordinary","reason":"<i>虚构的旧理由","by":"S1","at":"2026-02-02T02:00:00Z"}]
            """));

    as("officer")
        .get("/cases/A1")
        .statusCode(200)
        .body(containsString("<summary>知悉范围的历次设定"), containsString("<strong>普通</strong>"))
        .body(containsString("&lt;i&gt;虚构的旧理由"), containsString("设定于 2026年2月2日 10:00"));
  }

  @Test
  void an_ordinary_case_has_no_mark() {
    FakeMonitor.tells(API, "{\"level\":\"ordinary\"}");

    as("officer")
        .get("/cases/A1")
        .statusCode(200)
        .body(not(containsString("限制知悉")), not(containsString("历次设定")));
  }

  @Test
  void a_supervisor_of_the_unit_gets_a_form_for_the_other_level() {
    as("chief")
        .get("/cases/A1")
        .body(containsString(FORM), containsString("恢复普通</button>"))
        .body(containsString("name=\"level\" value=\"ordinary\""))
        .body(containsString("name=\"seen\" value=\"" + SET + "\""));
    FakeMonitor.tells(API, "{\"level\":\"ordinary\"}");
    as("chief")
        .get("/cases/A1")
        .body(containsString("name=\"level\" value=\"restricted\""))
        .body(containsString("name=\"seen\" value=\"\""), containsString("设为限制知悉</button>"));
  }

  @Test
  void nobody_else_does_nor_anybody_of_the_past_or_of_a_part() {
    for (var other : List.of("legal", "officer", "admin", "auditor", "prosecutor")) {
      as(other).get("/cases/A1").statusCode(200).body(not(containsString(FORM)));
    }
    as("chief").get("/cases/A1?asOf=2026-03-05").statusCode(200).body(not(containsString(FORM)));
    FakeMonitor.tells(
        "/api/v1/cases/A1/timeline",
        CasePagesTest.TIMELINE.replace("\"whole\":true", "\"whole\":false"));
    as("chief").get("/cases/A1").statusCode(200).body(not(containsString(FORM)));
  }

  @Test
  void a_level_that_is_not_known_is_not_said_to_be_ordinary() {
    FakeMonitor.refuses(API, 503, "unavailable");

    as("chief")
        .get("/cases/A1")
        .statusCode(200)
        .body(containsString("is-away"), not(containsString(FORM)));
  }

  @Test
  void it_is_set_in_the_name_of_the_supervisor() {
    as("chief")
        .post(PAGE, form("ordinary", SET))
        .statusCode(303)
        .header("Location", endsWith("/cases/A1"));

    var asked = FakeMonitor.asked().getLast();
    assertThat(asked.line()).isEqualTo("PUT " + API);
    assertThat(asked.token()).startsWith("Bearer ");
    assertThat(asked.version()).isEqualTo("\"" + SET + "\"");
    assertThat(asked.body()).contains("\"level\":\"ordinary\"", "\"reason\":\"虚构的决定\"");
  }

  @Test
  void what_somebody_set_meanwhile_is_told_and_stays() {
    as("chief")
        .post(PAGE, form("restricted", ""))
        .statusCode(412)
        .body(containsString("此间已有他人设定"), containsString("&lt;b&gt;虚构的理由"))
        .body(containsString("name=\"level\" value=\"ordinary\""), containsString("虚构的决定"))
        .body(containsString("name=\"seen\" value=\"" + SET + "\""));

    assertThat(FakeMonitor.questions()).noneMatch(line -> line.startsWith("PUT "));
  }

  @Test
  void what_somebody_set_in_the_last_moment_is_told_and_stays() {
    FakeMonitor.refuses("PUT", API, 412, "stale-version");

    as("chief")
        .post(PAGE, form("ordinary", SET))
        .statusCode(412)
        .body(containsString("此间已有他人设定"), containsString("&lt;b&gt;虚构的理由"))
        .body(containsString("name=\"seen\" value=\"" + SET + "\""), containsString("虚构的决定"));
  }

  @Test
  void the_first_level_of_a_case_is_set_where_there_still_is_none() {
    FakeMonitor.tells(API, "{\"level\":\"ordinary\"}");

    as("chief").post(PAGE, form("restricted", "")).statusCode(303);

    assertThat(FakeMonitor.asked().getLast().version()).isEqualTo("\"none\"");
  }

  @Test
  void a_reason_that_is_not_taken_is_said_at_the_field() {
    FakeMonitor.refuses("PUT", API, 400, "malformed-request", "/reason");

    as("chief")
        .post(PAGE, form("ordinary", SET))
        .statusCode(400)
        .body(containsString("id=\"reason-fault\">请写一行"), containsString("value=\"虚构的决定\""))
        .body(containsString("aria-invalid=\"true\""), not(containsString("role=\"alert\"")));
  }

  @Test
  void other_refusals_keep_what_was_entered_and_say_why() {
    FakeMonitor.refuses("PUT", API, 422, "rule-refuses");
    as("chief")
        .post(PAGE, form("ordinary", SET))
        .statusCode(422)
        .body(containsString("已到上限"), containsString("value=\"虚构的决定\""));

    FakeMonitor.isAway();
    as("chief")
        .post(PAGE, form("ordinary", SET))
        .statusCode(503)
        .body(containsString("没有应答，没有保存"), containsString("value=\"虚构的决定\""));

    FakeMonitor.refuses(API, 404, "not-found");
    as("chief").post(PAGE, form("ordinary", SET)).statusCode(404).body(containsString("没有案件 A1"));
    as("chief").post("/cases/%20/level", form("ordinary", SET)).statusCode(404);
  }

  @Test
  void only_a_supervisor_sets_it_and_only_from_a_page_of_the_console() {
    as("legal").post(PAGE, form("ordinary", SET)).statusCode(403);
    as("chief").postFromElsewhere(PAGE, form("ordinary", SET)).statusCode(403);
    as("chief")
        .post(PAGE, form("secret", SET))
        .statusCode(400)
        .body(containsString("<bdi class=\"font-monospace\">level</bdi>"));
    as("chief")
        .get(PAGE + "?lang=en")
        .statusCode(303)
        .header("Location", endsWith("/cases/A1?lang=en"));

    assertThat(FakeMonitor.questions()).noneMatch(line -> line.startsWith("PUT "));
  }

  private static Map<String, String> form(String level, String seen) {
    return Map.of("level", level, "reason", " 虚构的决定 ", "seen", seen);
  }
}
