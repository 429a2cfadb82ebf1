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

/** Case A1, which is not found until somebody opens it in need. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class NeedPagesTest {

  private static final String CASE = "/api/v1/cases/A1";
  private static final String API = CASE + "/break-glass";
  private static final String PAGE = "/cases/A1/break-glass";
  private static final String FORM = "action=\"" + PAGE + "\"";
  private static final Map<String, String> REASON = Map.of("reason", " 虚构的急需 ");

  @Inject Office office;

  @BeforeEach
  void aCaseThatIsNotFound() {
    office.open();
    FakeMonitor.isAway();
    FakeMonitor.refuses(CASE + "/timeline", 404, "not-found");
  }

  @Test
  void those_from_whom_cases_are_hidden_find_a_form_where_none_is_found() {
    for (var user : List.of("officer", "legal", "prosecutor")) {
      as(user)
          .get("/cases/A1")
          .statusCode(404)
          .body(containsString("没有案件 A1"), containsString(FORM), containsString("由督察复核"));
    }
    for (var user : List.of("chief", "admin", "auditor")) {
      as(user)
          .get("/cases/A1")
          .statusCode(404)
          .body(containsString("没有案件 A1"), not(containsString("break-glass\" ")));
    }
    as("officer").get("/cases/A1?lang=en").statusCode(404).body(containsString("Open in need"));
  }

  @Test
  void what_can_be_no_number_of_a_case_has_none() {
    as("officer").get("/cases/%20").statusCode(404).body(not(containsString("/break-glass")));
    as("officer").post("/cases/%20/break-glass", REASON).statusCode(404);

    assertThat(FakeMonitor.questions()).isEmpty();
  }

  @Test
  void it_opens_the_case_whose_page_says_until_when() {
    FakeMonitor.tells(API, "{\"caseId\":\"A1\",\"until\":\"2026-03-13T08:00:00Z\"}");

    as("officer").post(PAGE, REASON).statusCode(303).header("Location", endsWith("/cases/A1"));

    var asked = FakeMonitor.asked().getLast();
    assertThat(asked.line()).isEqualTo("POST " + API);
    assertThat(asked.body()).isEqualTo("{\"reason\":\"虚构的急需\"}");
    CasePagesTest.theMonitorTells();
    FakeMonitor.tells(
        CASE + "/level",
        """
        {"level":"restricted","reason":"虚构","by":"S1","at":"2026-03-02T02:00:00Z",
         "openUntil":"2026-03-13T08:00:00Z"}
        """);
    as("officer")
        .get("/cases/A1")
        .statusCode(200)
        .body(containsString("您已应急查看本案，可查看至 2026年3月13日 16:00"));
  }

  @Test
  void where_there_is_none_the_same_page_says_so_and_keeps_the_reason() {
    FakeMonitor.refuses(API, 404, "not-found");

    as("officer")
        .post(PAGE, REASON)
        .statusCode(404)
        .body(containsString("没有打开：您的单位范围内没有这个案件"), containsString(FORM))
        .body(containsString("没有案件 A1"), containsString("value=\"虚构的急需\""));
  }

  @Test
  void who_sees_it_anyway_is_told_and_led_to_it() {
    FakeMonitor.refuses(API, 409, "state-forbids");

    as("officer")
        .post(PAGE, REASON)
        .statusCode(409)
        .body(containsString("您本来就能看到"), containsString("href=\"/cases/A1\""));
  }

  @Test
  void a_reason_that_is_not_taken_is_said_at_the_field() {
    FakeMonitor.refuses("POST", API, 400, "malformed-request", "/reason");

    as("officer")
        .post(PAGE, REASON)
        .statusCode(400)
        .body(containsString("id=\"reason-fault\">请写一行"), containsString("value=\"虚构的急需\""));
  }

  @Test
  void while_the_monitor_is_away_nothing_is_opened() {
    as("officer")
        .post(PAGE, REASON)
        .statusCode(503)
        .body(containsString("没有应答，没有打开"), containsString("value=\"虚构的急需\""));
  }

  @Test
  void nobody_else_opens_one_and_nobody_from_elsewhere() {
    for (var user : List.of("chief", "admin", "auditor")) {
      as(user).post(PAGE, REASON).statusCode(403);
    }
    as("officer").postFromElsewhere(PAGE, REASON).statusCode(403);
    as("officer")
        .get(PAGE + "?lang=en")
        .statusCode(303)
        .header("Location", endsWith("/cases/A1?lang=en"));

    assertThat(FakeMonitor.questions()).isEmpty();
  }

  @Test
  void a_search_for_a_number_that_finds_nothing_leads_there() {
    FakeMonitor.tells(
        "/api/v1/search",
        """
        {"q":"zz990001","cases":{"hits":[],"more":false},"subjects":{"hits":[],"more":false},
         "officers":{"hits":[],"more":false}}
        """);

    as("officer").get("/search?q=zz990001").body(containsString("href=\"/cases/zz990001\""));
    as("officer").get("/search?q=zzz").body(not(containsString("应急查看")));
    as("chief").get("/search?q=zz990001").body(not(containsString("href=\"/cases/")));
  }
}
