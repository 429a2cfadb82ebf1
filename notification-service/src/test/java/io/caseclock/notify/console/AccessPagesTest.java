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

/** One access by officer O2 and one by supervisor S1, who is the account chief. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class AccessPagesTest {

  private static final String API = "/api/v1/break-glass";
  private static final String ID = "2f1e0f7e-0c2d-4d4c-8a2e-1d3f5a7b9c01";
  private static final String OWN = "2f1e0f7e-0c2d-4d4c-8a2e-1d3f5a7b9c02";
  private static final String REVIEW = "/break-glass/" + ID + "/review";

  static final String OPEN =
      """
      {"accesses":[
        {"id":"%s","caseId":"A1","unit":"D0102","account":"o2","officer":"O2","fromUnit":"D0102",
         "reason":"<i>虚构的急需","at":"2026-03-02T02:00:00Z","until":"2026-03-02T06:00:00Z",
         "state":"open","finding":null,"note":null,"reviewedBy":null,"reviewedAt":null},
        {"id":"%s","caseId":"A2","unit":"D0103","account":"s1","officer":"S1","fromUnit":"D01",
         "reason":"虚构","at":"2026-03-02T03:00:00Z","until":"2099-03-02T07:00:00Z",
         "state":"open","finding":null,"note":null,"reviewedBy":null,"reviewedAt":null}],
       "next":"abc"}
      """
          .formatted(ID, OWN);

  static final String REVIEWED =
      """
      {"accesses":[
        {"id":"%s","caseId":"A1","unit":"D0102","account":"o2","officer":"O2","fromUnit":"D0102",
         "reason":"虚构","at":"2026-03-02T02:00:00Z","until":"2026-03-02T03:00:00Z",
         "state":"reviewed","finding":"unjustified","note":"<u>虚构的意见","reviewedBy":"S1",
         "reviewedAt":"2026-03-02T03:00:00Z"}],
       "next":null}
      """
          .formatted(ID);

  @Inject Office office;

  @BeforeEach
  void twoAccesses() {
    office.open();
    FakeMonitor.isAway();
    FakeMonitor.tells(API, OPEN);
  }

  @Test
  void those_that_wait_are_listed_with_a_form_for_whoever_did_not_open_them() {
    as("chief")
        .get("/break-glass")
        .statusCode(200)
        .body(containsString("href=\"/cases/A1\""), containsString("虚构O2"))
        .body(containsString("&lt;i&gt;虚构的急需"), containsString("已到期"), containsString("仍可查看"))
        .body(containsString("2026年3月2日 10:00 至 2026年3月2日 14:00"))
        .body(containsString("action=\"" + REVIEW + "\""), not(containsString(OWN + "/review")))
        .body(containsString("须由他人复核"), containsString("href=\"/break-glass?after=abc\""))
        .body(containsString("aria-current=\"page\">应急查看"));
    assertThat(FakeMonitor.questions()).contains("GET " + API + "?state=open&limit=50");
  }

  @Test
  void auditors_read_them_and_others_are_refused() {
    as("auditor")
        .get("/break-glass?lang=en")
        .statusCode(200)
        .body(containsString("Still open"), not(containsString("/review\"")));
    as("auditor").post(REVIEW, form("justified")).statusCode(403);
    for (var user : List.of("officer", "legal", "admin", "prosecutor")) {
      as(user).get("/break-glass").statusCode(403);
      as(user).get("/calculator").body(not(containsString("href=\"/break-glass\"")));
    }
  }

  @Test
  void the_reviewed_ones_stand_in_their_own_tab() {
    FakeMonitor.tells(API, REVIEWED);

    as("chief")
        .get("/break-glass?state=reviewed&after=abc")
        .statusCode(200)
        .body(containsString("没有必要"), containsString("&lt;u&gt;虚构的意见"))
        .body(containsString("虚构S1 S1 复核于 2026年3月2日 11:00"), not(containsString("/review\"")));
    assertThat(FakeMonitor.questions())
        .contains("GET " + API + "?state=reviewed&after=abc&limit=50");
    as("chief").get("/break-glass?state=all").statusCode(400);
  }

  @Test
  void where_none_waits_the_page_says_so() {
    FakeMonitor.tells(API, "{\"accesses\":[],\"next\":null}");

    as("chief").get("/break-glass").statusCode(200).body(containsString("没有待复核的应急查看"));
  }

  @Test
  void a_review_is_sent_in_the_name_of_the_supervisor() {
    FakeMonitor.tells("/api/v1" + REVIEW, "{}");

    as("chief")
        .post(REVIEW, form("justified"))
        .statusCode(303)
        .header("Location", endsWith("/break-glass"));

    var asked = FakeMonitor.asked().getLast();
    assertThat(asked.line()).isEqualTo("POST /api/v1" + REVIEW);
    assertThat(asked.body()).contains("\"finding\":\"justified\"", "\"note\":\"虚构的意见\"");
  }

  @Test
  void what_is_not_taken_is_said_at_the_field_on_the_same_page_of_the_list() {
    FakeMonitor.refuses("POST", "/api/v1" + REVIEW, 400, "malformed-request", "/finding", "/note");

    as("chief")
        .post(REVIEW, Map.of("note", "虚构的意见", "after", "abc"))
        .statusCode(400)
        .body(containsString("id=\"finding-" + ID + "-fault\">请选择其中一项"))
        .body(containsString("id=\"note-" + ID + "-fault\">请写一行"))
        .body(
            containsString("value=\"虚构的意见\""),
            containsString("<details class=\"mt-2 d-print-none\" open>"));
    assertThat(FakeMonitor.questions()).contains("GET " + API + "?state=open&after=abc&limit=50");
  }

  @Test
  void other_refusals_keep_what_was_entered_and_say_why() {
    refused(409, "state-forbids", "此间已有他人复核");
    refused(422, "rule-refuses", "本人的查看须由他人复核");
    refused(503, "unavailable", "没有应答，没有保存");
    FakeMonitor.refuses("POST", "/api/v1" + REVIEW, 404, "not-found");
    as("chief").post(REVIEW, form("justified")).statusCode(404);
    FakeMonitor.refuses("POST", "/api/v1" + REVIEW, 400, "malformed-request", "/id");
    as("chief").post(REVIEW, form("justified")).statusCode(404);
  }

  private static void refused(int status, String slug, String said) {
    FakeMonitor.refuses("POST", "/api/v1" + REVIEW, status, slug);
    as("chief")
        .post(REVIEW, form("unjustified"))
        .statusCode(status)
        .body(containsString(said), containsString("value=\"虚构的意见\""))
        .body(containsString("value=\"unjustified\" required checked"));
  }

  @Test
  void only_what_the_page_offers_is_sent_and_only_from_it() {
    as("chief")
        .post(REVIEW, form("perhaps"))
        .statusCode(400)
        .body(containsString("<bdi class=\"font-monospace\">finding</bdi>"));
    as("chief").postFromElsewhere(REVIEW, form("justified")).statusCode(403);
    as("chief").get(REVIEW).statusCode(303).header("Location", endsWith("/break-glass"));

    assertThat(FakeMonitor.questions()).noneMatch(line -> line.startsWith("POST "));
  }

  @Test
  void while_the_monitor_is_away_the_page_says_so() {
    FakeMonitor.isAway();

    as("chief").get("/break-glass").statusCode(200).body(containsString("is-away"));
  }

  @Test
  void the_overview_says_how_many_wait_to_those_who_read_them() {
    for (var user : List.of("chief", "auditor")) {
      as(user).get("/").body(containsString("待复核的应急查看：2+ 次。 <a id=\"accesses\""));
    }
    as("chief").get("/?unit=D0102").statusCode(200).body(not(containsString("待复核的应急查看：")));
    FakeMonitor.tells(API, "{\"accesses\":[],\"next\":null}");
    as("chief").get("/").body(not(containsString("待复核的应急查看：")));
    FakeMonitor.isAway();
    as("officer").get("/").statusCode(200);
    assertThat(FakeMonitor.questions()).noneMatch(line -> line.contains(API));
  }

  private static Map<String, String> form(String finding) {
    return Map.of("finding", finding, "note", " 虚构的意见 ");
  }
}
