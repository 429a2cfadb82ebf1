package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditLog;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class AuditLogTest {

  private static final String PROPOSE = "POST /api/v1/silences";
  private static final String WISH =
      """
      {"unit":"D0102","everything":true,"reason":"系统切换","until":"2026-03-12T00:00:00Z"}
      """;

  @Inject Office office;
  @Inject Sql sql;
  @Inject AuditLog log;
  @Inject InstantSource clock;

  @BeforeEach
  void open() {
    office.open();
    sql.update("truncate audit_log, audit_log_day");
  }

  @Test
  void a_change_by_the_api_is_one_entry_with_who_and_what_and_no_body() {
    var id =
        token("L9", "D01", "legal-officer")
            .header("X-Request-Id", "r-1")
            .contentType("application/json")
            .body(WISH)
            .post("/api/v1/silences/no-such/approve")
            .then()
            .statusCode(404)
            .header("X-Request-Id", "r-1")
            .extract()
            .header("X-Request-Id");

    assertThat(entries())
        .containsExactly("account-L9 L9 D01 POST /api/v1/silences/{id}/approve 404");
    assertThat(office.text("select ids from audit_log")).isEqualTo("{\"id\": \"no-such\"}");
    assertThat(office.text("select request_id from audit_log")).isEqualTo(id);
    assertThat(office.text("select to_jsonb(audit_log)::text from audit_log"))
        .doesNotContain("系统切换");
  }

  @Test
  void a_change_by_a_page_is_one_entry_too() {
    as("legal").post("/silences", Map.of("unit", "D0102")).statusCode(400);

    assertThat(entries())
        .containsExactly("legal L9 D01 POST /sign-in 303", "legal L9 D01 POST /silences 400");
  }

  @Test
  void whoever_looks_at_one_thing_is_kept_once_in_a_while_shown_or_not() {
    for (var i = 0; i < 3; i++) {
      token("L9", "D01", "legal-officer").get("/api/v1/notices/no-such").then().statusCode(404);
    }
    token("S1", "D01", "supervisor").get("/api/v1/notices/no-such").then().statusCode(404);
    token("L9", "D01", "legal-officer").get("/api/v1/notices/other").then().statusCode(404);

    assertThat(entries())
        .containsExactly(
            "account-L9 L9 D01 GET /api/v1/notices/{id} 404",
            "account-S1 S1 D01 GET /api/v1/notices/{id} 404",
            "account-L9 L9 D01 GET /api/v1/notices/{id} 404");
    audit("auditor", "D01")
        .get("/api/v1/audit-log?kind=read")
        .then()
        .body("entries.ids.id", equalTo(List.of("other", "no-such", "no-such")));
    audit("auditor", "D01")
        .get("/api/v1/audit-log?kind=change")
        .then()
        .body("entries.operation", equalTo(List.of("MARK")));
  }

  @Test
  void reading_a_list_leaves_none_and_neither_does_a_stranger() {
    token("L9", "D01", "legal-officer").get("/api/v1/silences").then().statusCode(200);
    given()
        .contentType("application/json")
        .body(WISH)
        .post("/api/v1/silences")
        .then()
        .statusCode(401);
    token("L9", "D01", "legal-officer").post("/api/v1/no-such-thing").then().statusCode(404);
    token("L9", "D01", "legal-officer").post("/api/v1/silences/x/end").then().statusCode(404);

    assertThat(entries()).containsExactly("account-L9 L9 D01 POST /api/v1/silences/{id}/end 404");
  }

  @Test
  void a_list_that_was_asked_for_one_deadline_is_a_look_at_it_and_says_so_where_it_had_none() {
    token("L9", "D01", "legal-officer").get("/api/v1/notices?deadline=D-1").then().statusCode(200);
    token("L9", "D01", "legal-officer").get("/api/v1/notices").then().statusCode(200);

    assertThat(entries()).containsExactly("account-L9 L9 D01 GET /api/v1/notices 200");
    assertThat(office.text("select ids from audit_log where operation <> 'MARK'"))
        .isEqualTo("{\"shown\": \"nothing\", \"deadlineId\": \"D-1\"}");
    as("auditor")
        .get("/audit-log?kind=read")
        .body(containsString("没有显示任何内容"), containsString("deadlineId D-1"))
        .body(not(containsString("shown nothing")));
  }

  @Test
  void signing_in_makes_no_thing_wherever_it_leads() {
    given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("username", "legal")
        .formParam("password", LocalAccounts.PASSWORD)
        .formParam("next", "/cases/FORGED")
        .post("/sign-in")
        .then()
        .statusCode(303);

    assertThat(entries()).hasSize(1);
    assertThat(office.text("select ids from audit_log where operation like '%/sign-in'"))
        .isEqualTo("{}");
  }

  @Test
  void a_form_that_leads_to_a_list_has_made_nothing_there() {
    as("legal").post("/messages/read", Map.of("message", "none", "from", "inbox")).statusCode(303);

    assertThat(entries())
        .containsExactly("legal L9 D01 POST /sign-in 303", "legal L9 D01 POST /messages/read 303");
    assertThat(office.text("select ids from audit_log where operation like '%/messages/read'"))
        .isEqualTo("{}");
  }

  @Test
  void a_form_that_leads_to_what_it_made_names_it() {
    var finding =
        Map.of(
            "key", UUID.randomUUID().toString(),
            "unit", "D0102",
            "caseId", "A9",
            "element", "case",
            "provision", "第一条",
            "text", "虚构的问题");
    as("legal").post("/findings", finding).statusCode(303);

    assertThat(entries()).last().isEqualTo("legal L9 D01 POST /findings 303");
    assertThat(
            office.text("select ids ->> 'made' from audit_log where operation like '%/findings'"))
        .isEqualTo(office.text("select id from notice"));
  }

  @Test
  void an_empty_form_is_no_look_at_the_case_that_it_begins_with() {
    var legal = as("legal");
    legal.get("/findings/new?case=A1").statusCode(200);
    legal.get("/notices/drafts/new?case=A1").statusCode(200);
    legal.get("/silences?case=A1").statusCode(200);

    assertThat(entries()).containsExactly("legal L9 D01 POST /sign-in 303");
  }

  @Test
  void it_is_asked_for_one_case_by_the_api_the_page_and_the_file() {
    keep("A1");
    keep("A2");
    keep("京〔2026〕1");

    audit("auditor", "D01")
        .get("/api/v1/audit-log?case={case}", "京［2026］1")
        .then()
        .statusCode(200)
        .body("entries.ids.caseId", equalTo(List.of("京〔2026〕1")));
    as("auditor")
        .get("/audit-log?case=Ａ1")
        .statusCode(200)
        .body(containsString("caseId A1"), not(containsString("caseId A2")))
        .body(containsString("value=\"Ａ1\""));
    as("auditor")
        .get("/audit-log/file?case=A1")
        .statusCode(200)
        .body(containsString("caseId=A1"), not(containsString("caseId=A2")));
    as("auditor").get("/audit-log?case=..").statusCode(400).body(containsString("案件编号须完整"));
    as("auditor").get("/audit-log?case=..&lang=en").statusCode(400).body(containsString("number"));
    as("auditor").get("/audit-log/file?case=..").statusCode(400);
  }

  /** The style sheet hides a line of a card whose only piece is empty. */
  @Test
  void what_names_nothing_leaves_an_empty_cell_and_the_styles_hide_its_line() throws IOException {
    log.keep(new AuditEntry(clock.instant(), Actor.UNKNOWN, "MARK", Map.of(), 200, "r-none"));
    await().until(() -> office.texts("select request_id from audit_log").contains("r-none"));

    as("auditor")
        .get("/audit-log")
        .statusCode(200)
        .body(
            containsString(
                "<td data-label=\"对象\"><span class=\"said small font-monospace\"></span></td>"));
    var styles = "META-INF/resources/webjars/caseclock/console.css";
    try (var css = AuditLogTest.class.getClassLoader().getResourceAsStream(styles)) {
      assertThat(new String(Objects.requireNonNull(css).readAllBytes(), UTF_8))
          .contains(".lines td[data-label]:has(> span:only-child:empty) { display: none; }");
    }
  }

  private void keep(String caseId) {
    var ids = Map.of("caseId", caseId);
    var entry = new AuditEntry(clock.instant(), Actor.UNKNOWN, "MARK", ids, 200, "r-" + caseId);
    log.keep(entry);
    await().until(() -> office.texts("select request_id from audit_log").contains("r-" + caseId));
  }

  @Test
  void whoever_may_not_is_kept_as_refused() {
    token("O1", "D0102", "officer")
        .contentType("application/json")
        .body(WISH)
        .post("/api/v1/silences")
        .then()
        .statusCode(403);

    assertThat(entries()).containsExactly("account-O1 O1 D0102 " + PROPOSE + " 403");
  }

  @Test
  void signing_in_is_kept_without_a_password_and_without_a_name_that_may_be_one() {
    as("legal").post("/sign-out", Map.of()).statusCode(303);
    signIn("legal", "wrong-secret");
    signIn("my-password-typed-as-a-name", "x");

    assertThat(entries())
        .containsExactly(
            "legal L9 D01 POST /sign-in 303",
            "legal L9 D01 POST /sign-out 303",
            "legal L9 D01 POST /sign-in 401",
            "null null null POST /sign-in 401");
    assertThat(office.texts("select to_jsonb(audit_log)::text from audit_log").toString())
        .doesNotContain("secret", "my-password", LocalAccounts.PASSWORD);
  }

  @Test
  void it_is_shown_newest_first_in_pages_and_by_what_is_asked() {
    end("L9", "D01", "legal-officer", "one");
    end("S1", "D01", "supervisor", "two");
    end("O3", "D0103", "legal-officer", "three");
    entries(3);

    var next =
        audit("auditor", "D01")
            .queryParam("limit", 2)
            .get("/api/v1/audit-log")
            .then()
            .statusCode(200)
            .body("entries", hasSize(2))
            .body("entries[0].ids.id", equalTo("three"))
            .body("entries[0].officer", equalTo("O3"))
            .body("entries[0].status", equalTo(404))
            .body("next", notNullValue())
            .extract()
            .path("next");
    audit("auditor", "D01")
        .queryParam("after", next)
        .get("/api/v1/audit-log")
        .then()
        .body("entries.ids.id", equalTo(List.of("one")))
        .body("next", equalTo(null));
    audit("administrator", "D01")
        .queryParams(Map.of("officer", "S1", "operation", "/SILENCES", "outcome", "refused"))
        .get("/api/v1/audit-log")
        .then()
        .body("entries.ids.id", equalTo(List.of("two")));
    audit("supervisor", "D01")
        .queryParam("to", "2020-01-01T00:00:00Z")
        .get("/api/v1/audit-log")
        .then()
        .body("entries", hasSize(0));
  }

  @Test
  void only_those_who_watch_see_it_and_only_their_own_units() {
    end("L9", "D01", "legal-officer", "above");
    end("O3", "D0103", "legal-officer", "beside");
    end("L1", "D0102", "legal-officer", "own");
    entries(3);

    audit("supervisor", "D0102")
        .get("/api/v1/audit-log")
        .then()
        .statusCode(200)
        .body("entries.ids.id", equalTo(List.of("own")));
    audit("officer", "D0102").get("/api/v1/audit-log").then().statusCode(403);
    audit("legal-officer", "D01").get("/api/v1/audit-log").then().statusCode(403);
  }

  @Test
  void a_question_that_makes_no_sense_is_refused_with_its_place() {
    for (var wrong :
        List.of(
            "from=yesterday",
            "limit=0",
            "limit=501",
            "after=x",
            "outcome=maybe",
            "kind=gossip",
            "case=..",
            "officer=" + "x".repeat(201))) {
      audit("auditor", "D01")
          .get("/api/v1/audit-log?" + wrong)
          .then()
          .statusCode(400)
          .body(
              "violations.pointer",
              everyItem(equalTo("/" + wrong.substring(0, wrong.indexOf('=')))));
    }
    audit("auditor", "D01").get("/api/v1/audit-log?who=me").then().statusCode(400);
  }

  @Test
  void it_leaves_as_a_file_whose_download_is_kept_in_turn() {
    end("L9", "D01", "legal-officer", "=cmd()");
    entries(1);

    audit("auditor", "D01")
        .header("Accept", "text/csv")
        .get("/api/v1/audit-log")
        .then()
        .statusCode(200)
        .header("Content-Disposition", startsWith("attachment"))
        .body(containsString("POST /api/v1/silences/{id}/end"), containsString("id==cmd()"))
        .body(not(containsString("\n=")));
    assertThat(entries().getLast()).isEqualTo("account-X1 X1 D01 GET /api/v1/audit-log 200");
  }

  @Test
  void nobody_changes_an_entry_and_none_of_the_last_months_goes() {
    end("L9", "D01", "legal-officer", "kept");
    entries(1);

    assertThatThrownBy(() -> sql.update("update audit_log set status = 200"))
        .hasMessageContaining("only appended to");
    assertThat(sql.update("delete from audit_log")).isZero();
    assertThatThrownBy(() -> sql.update("delete from audit_log_day"))
        .hasMessageContaining("only appended to");
    assertThatThrownBy(() -> sql.update("update audit_log_day set last = ''"))
        .hasMessageContaining("only appended to");
    assertThat(written()).hasSize(1);
  }

  @Test
  void the_chain_is_read_by_day_and_by_number() {
    end("L9", "D01", "legal-officer", "one");
    end("L9", "D01", "legal-officer", "two");
    entries(2);

    var day =
        audit("auditor", "D01")
            .get("/api/v1/audit-log/days")
            .then()
            .statusCode(200)
            .body("days", hasSize(1))
            .body("days[0].entries", equalTo(2))
            .body("days[0].follows", equalTo("0".repeat(64)))
            .body("outside.entries", equalTo(0))
            .extract()
            .jsonPath();
    var days = "/api/v1/audit-log/days/" + day.getString("days[0].day");

    audit("auditor", "D01")
        .get(days)
        .then()
        .statusCode(200)
        .body("links.number", equalTo(List.of(1, 2)))
        .body("links[1].ids.id", equalTo("two"))
        .body("links[1].hash", equalTo(day.getString("days[0].last")))
        .body("next", equalTo(2));
    audit("administrator", "D01")
        .get(days + "?after=2")
        .then()
        .statusCode(200)
        .body("links", hasSize(0));
  }

  @Test
  void the_chain_is_for_those_who_stand_above_all_units_and_its_doors_are_strict() {
    var days = "/api/v1/audit-log/days";
    audit("auditor", "D0102").get(days).then().statusCode(403);
    audit("auditor", "D0102").get(days + "/2026-03-12").then().statusCode(403);
    audit("supervisor", "D01").get(days).then().statusCode(403);
    audit("auditor", "D01").get(days + "/1999-12-31").then().statusCode(404);
    for (var bad : List.of("/tomorrow", "/2026-02-30", "/1969-12-31", "/2026-03-12?after=-1")) {
      audit("auditor", "D01")
          .get(days + bad)
          .then()
          .statusCode(400)
          .body("violations[0].pointer", equalTo(bad.contains("after") ? "/after" : "/day"));
    }
    audit("auditor", "D01").get(days + "?after=9").then().statusCode(400);
    audit("auditor", "D01").get(days + "?limit=9").then().statusCode(400);
  }

  private static void signIn(String name, String password) {
    given()
        .redirects()
        .follow(false)
        .header("Sec-Fetch-Site", "same-origin")
        .formParam("username", name)
        .formParam("password", password)
        .post("/sign-in")
        .then()
        .statusCode(401);
  }

  private static void end(String officer, String unit, String role, String silence) {
    token(officer, unit, role)
        .pathParam("id", silence)
        .post("/api/v1/silences/{id}/end")
        .then()
        .statusCode(404);
  }

  private static RequestSpecification audit(String role, String unit) {
    return token("X1", unit, role);
  }

  private static RequestSpecification token(String officer, String unit, String role) {
    var token = TestTokens.of(role).name("account-" + officer).unit(unit).officer(officer).sign();
    return given().header("Authorization", "Bearer " + token);
  }

  /** Once all that was done is written: entries follow their answers, in order. */
  private List<String> entries() {
    var marker = UUID.randomUUID().toString();
    log.keep(new AuditEntry(clock.instant(), Actor.UNKNOWN, "MARK", Map.of(), 200, marker));
    await()
        .until(
            () ->
                office
                    .text("select count(*) from audit_log where request_id = ?", marker)
                    .equals("1"));
    return written();
  }

  private void entries(int expected) {
    await().until(() -> written().size() == expected);
  }

  private List<String> written() {
    return office.texts(
        """
        select concat_ws(' ', coalesce(account, 'null'), coalesce(officer, 'null'),
          coalesce(unit, 'null'), operation, status)
        from audit_log where operation <> 'MARK' order by id
        """);
  }
}
