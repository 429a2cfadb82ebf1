package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One deadline of the police and one of the procuratorate, and pages that tell them apart. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class WhoseDutyPagesTest {

  private static final String API = "/api/v1/deadlines";
  private static final String OWN = "/deadlines?status=open&duty=procuratorate";
  private static final String OWN_LINK = "href=\"/deadlines?status=open&amp;duty=procuratorate\"";
  private static final String OF_POLICE = row("D1", "criminal-filing-review");
  private static final String OF_PROCURATORATE = row("D2", "procuratorate-arrest-review");

  @Inject Office office;
  @Inject Sql sql;

  @BeforeEach
  void theMonitorTellsOfBoth() {
    office.open();
    sql.update("delete from saved_filter");
    FakeMonitor.isAway();
    tells(OF_POLICE + "," + OF_PROCURATORATE);
  }

  private static void tells(String rows) {
    FakeMonitor.tells(API, "{\"deadlines\":[" + rows + "],\"next\":\"bmV4dA\"}");
  }

  private static String row(String id, String rule) {
    return """
    {"id":"%s","caseId":"A1","subject":"case/A1","rule":"%s",
     "names":{"zh":"虚构期限","en":"Invented"},"element":"case","severity":"grave",
     "unit":"D0102","officer":"O1","startedAt":"2026-03-02T02:00:00Z",
     "dueAt":"2026-03-12T16:00:00Z","dueOn":"2026-03-12","zone":"Asia/Shanghai",
     "status":"running","provisional":false}
    """
        .formatted(id, rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "legal", "chief", "admin", "auditor", "prosecutor"})
  void whoever_sees_the_list_may_narrow_it_to_what_one_organ_owes(String user) {
    as(user)
        .get(OWN)
        .statusCode(200)
        .body(containsString("<option value=\"procuratorate\" selected>人民检察院</option>"))
        .body(containsString("<option value=\"authority\">公安机关</option>"))
        .body(containsString("<option value=\"court\">人民法院</option>"))
        .body(containsString("<li class=\"chip\">由谁办理：人民检察院 <a"))
        .body(containsString("aria-label=\"去掉条件 由谁办理：人民检察院\""))
        .body(containsString("<details class=\"mt-2\" open>"));

    assertThat(lastAsked()).isEqualTo("GET " + API + "?status=open&duty=procuratorate");
  }

  @Test
  void files_orders_and_further_pages_keep_it() {
    as("prosecutor")
        .get(OWN)
        .body(
            containsString("/deadlines/export?status=open&amp;duty=procuratorate&amp;format=csv\""))
        .body(
            containsString(
                "/deadlines/export?status=open&amp;duty=procuratorate&amp;format=xlsx\""))
        .body(containsString("status=open&amp;duty=procuratorate&amp;sort=severity\""))
        .body(
            matchesPattern(
                "(?s).*rel=\"next\" href=\"[^\"]*duty=procuratorate[^\"]*after=bmV4dA\".*"))
        .body(containsString("name=\"query\" value=\"status=open&amp;duty=procuratorate\""));

    as("prosecutor").get("/deadlines/export?status=open&duty=procuratorate&format=csv");
    assertThat(lastAsked()).isEqualTo("GET " + API + "?status=open&duty=procuratorate&language=zh");
    as("prosecutor").get(OWN + "&after=bmV4dA").statusCode(200);
    assertThat(lastAsked())
        .isEqualTo("GET " + API + "?status=open&duty=procuratorate&after=bmV4dA");
  }

  @Test
  void a_form_leads_to_its_plain_address() {
    as("prosecutor")
        .get("/deadlines?duty=court&status=met,met-late")
        .statusCode(303)
        .header("Location", endsWith("/deadlines?status=met&status=met-late&duty=court"));
  }

  @Test
  void a_saved_filter_keeps_it() {
    as("prosecutor")
        .post(
            "/deadlines/filters",
            Map.of("name", "本院明天", "query", "duty=procuratorate&due=tomorrow&status=open"))
        .statusCode(303)
        .header("Location", endsWith("/deadlines?status=open&due=tomorrow&duty=procuratorate"));

    as("prosecutor")
        .get("/deadlines?status=open&due=tomorrow&duty=procuratorate")
        .body(containsString("aria-current=\"page\">本院明天</a>"));
  }

  @Test
  void a_row_says_whose_duty_it_is_where_it_is_not_that_of_the_police() {
    tells(OF_PROCURATORATE);
    as("officer").get("/deadlines").body(containsString(" · 由谁办理：人民检察院 · "));
    as("officer")
        .get("/deadlines?lang=en")
        .body(containsString(" · Whose duty: The procuratorate · "));
    tells(OF_POLICE);
    as("officer").get("/deadlines").body(not(containsString("由谁办理：")));
    tells(row("D3", "rule-of-no-pack"));
    as("officer").get("/deadlines").body(not(containsString("由谁办理：")));
  }

  @Test
  void a_prosecutor_is_led_to_what_the_procuratorate_owes() {
    as("prosecutor")
        .get("/")
        .statusCode(200)
        .body(containsString("<a class=\"chip\" " + OWN_LINK + ">本院期限</a>"))
        .body(containsString("class=\"chip\" href=\"/deadlines\""));
    as("prosecutor").get("/deadlines").body(containsString(OWN_LINK + ">本院期限</a>"));
    assertThat(lastAsked()).as("all of the unit at first").isEqualTo("GET " + API + "?status=open");
    as("prosecutor").get(OWN).body(containsString(OWN_LINK + " aria-current=\"page\">本院期限</a>"));
    as("prosecutor")
        .get("/?lang=en")
        .body(containsString(">Own deadlines of the procuratorate</a>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"officer", "legal", "chief", "admin", "auditor"})
  void others_are_not(String user) {
    as(user).get("/").statusCode(200).body(not(containsString("本院期限")));
    as(user).get("/deadlines").statusCode(200).body(not(containsString("本院期限")));
  }

  @Test
  void an_organ_that_nobody_knows_is_refused_and_named() {
    FakeMonitor.refuses("GET", API, 400, "malformed-request", "/duty");

    as("prosecutor")
        .get("/deadlines?duty=%3Cb%3Enobody")
        .statusCode(400)
        .body(containsString("<code>/duty</code>"), containsString("由谁办理：&lt;b&gt;nobody"))
        .body(not(containsString("<b>nobody")), containsString("id=\"filter\""));
    assertThat(lastAsked()).isEqualTo("GET " + API + "?status=open&duty=%3Cb%3Enobody");
    as("prosecutor").get("/deadlines/export?duty=nobody&format=csv").statusCode(400);
  }

  @Test
  void a_case_says_it_too() {
    FakeMonitor.tells("/api/v1/cases/A1/level", "{\"caseId\":\"A1\",\"level\":\"ordinary\"}");
    FakeMonitor.tells("/api/v1/cases/A1/timeline", CasePagesTest.TIMELINE);
    as("prosecutor").get("/cases/A1").statusCode(200).body(not(containsString("由谁办理：")));

    FakeMonitor.tells(
        "/api/v1/cases/A1/timeline",
        CasePagesTest.TIMELINE.replace(
            "\"rule\":\"filing-review\"", "\"rule\":\"procuratorate-arrest-review\""));
    as("prosecutor").get("/cases/A1").statusCode(200).body(containsString(">由谁办理：人民检察院</span>"));
  }

  private static String lastAsked() {
    return FakeMonitor.questions().getLast();
  }
}
