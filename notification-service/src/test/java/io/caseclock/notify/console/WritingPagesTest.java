package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.console.Browsing.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts and findings, written in the browser. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class WritingPagesTest {

  private static final Map<String, String> DRAFT =
      Map.of(
          "version", "",
          "unit", "D0102",
          "officer", "O1",
          "caseId", "A9",
          "cause", "交接班未移交",
          "element", "case-file",
          "provision", "示例规定 第二条",
          "text", "卷内 <b>缺页</b>");

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void a_draft_is_written_previewed_and_issued() {
    as("legal").get("/notices/drafts/new?unit=D0102").statusCode(200).body(containsString("虚构O1"));
    as("legal").post("/notices/drafts", DRAFT).statusCode(303);
    var id = office.text("select id from notice_draft");

    as("legal").get("/notices/drafts").body(containsString("/notices/drafts/" + id));
    as("legal")
        .get("/notices/drafts/" + id)
        .body(containsString("交接班未移交"), containsString("卷内 &lt;b&gt;缺页"))
        .body(not(containsString("<b>缺页")));
    as("legal")
        .get("/notices/drafts/" + id + "/preview")
        .statusCode(200)
        .body(containsString("〔草稿〕"), containsString("交接班未移交"));
    assertThat(office.texts("select number from notice")).isEmpty();

    as("legal")
        .post("/notices/drafts/" + id + "/issue", Map.of("version", "1"))
        .statusCode(303)
        .header("Location", containsString("/notices/" + id));
    assertThat(office.texts("select id from notice_draft")).isEmpty();
  }

  @Test
  void who_has_no_unit_is_told_so_on_a_page_also_where_only_the_form_asks_for_it() {
    var token = TestTokens.of("legal-officer").officer("L9").sign();
    for (var form : List.of("/notices/drafts", "/notices/drafts/none/save")) {
      given()
          .header("Authorization", "Bearer " + token)
          .formParam("unit", "D0102")
          .post(form)
          .then()
          .statusCode(403)
          .contentType(ContentType.HTML);
    }
  }

  @Test
  void nobody_learns_who_serves_beside_the_own_units_and_what_is_open_there() {
    office.hears(breachOf("D2"));
    as("legal")
        .get("/notices/drafts/new?unit=D0102")
        .body(containsString("虚构O1"), containsString("D2"));

    for (var form : List.of("/findings/new", "/notices/drafts/new")) {
      as("other").get(form + "?unit=D0102").statusCode(404).body(not(containsString("O1")));
      as("other").get(form + "?unit=NOPE").statusCode(404);
    }
    as("other")
        .post("/notices/drafts", DRAFT)
        .statusCode(422)
        .body(not(containsString("虚构O1")), not(containsString("D2:1")));
    as("other")
        .get("/deadlines?unit=D0102&officer=O1")
        .body(not(containsString("虚构O1")), not(containsString("示例一所")));
  }

  @Test
  void what_was_entered_stays_where_a_draft_is_refused_or_was_changed_by_another() {
    var lacking = new HashMap<>(DRAFT);
    lacking.put("provision", "");
    as("legal")
        .post("/notices/drafts", lacking)
        .statusCode(400)
        .body(containsString("没有保存"), containsString("交接班未移交"))
        .body(containsString("id=\"found-fault\">没有保存"));
    lacking.put("caseId", " ");
    as("legal")
        .post("/notices/drafts", lacking)
        .statusCode(400)
        .body(containsString("id=\"d-case-fault\">没有保存"), not(containsString("found-fault")));
    lacking.putAll(Map.of("caseId", "A9", "text", ""));
    as("legal")
        .post("/notices/drafts", lacking)
        .statusCode(422)
        .body(containsString("id=\"found-fault\">一份通知书"));
    as("legal").post("/notices/drafts", DRAFT).statusCode(303);
    var id = office.text("select id from notice_draft");
    var changed = new HashMap<>(DRAFT);
    changed.put("version", "1");
    changed.put("cause", "另一原因");
    as("chief").post("/notices/drafts/" + id + "/save", changed).statusCode(303);

    as("legal")
        .post("/notices/drafts/" + id + "/save", new HashMap<>(changed))
        .statusCode(412)
        .body(containsString("草稿已被他人修改"), containsString("另一原因"));

    as("legal").post("/notices/drafts/" + id + "/discard", Map.of("version", "2")).statusCode(303);
    assertThat(office.texts("select id from notice_draft")).isEmpty();
    as("legal").get("/notices/drafts/" + id).statusCode(404);
  }

  @Test
  void a_breach_that_the_monitor_told_is_offered_to_a_draft() {
    office.hears(breachOf("D1"));

    as("legal")
        .get("/notices/drafts/new?unit=D0102&case=A1")
        .body(containsString("name=\"known\" value=\"D1\""), containsString("value=\"A1\""))
        .body(containsString("本案和已选的问题"), containsString("现已选 0 项"));
    as("legal")
        .get("/notices/drafts/new?unit=D0102&case=A2")
        .body(containsString("本单位其他案件的问题（1 项"), not(containsString("本案和已选的问题")));
  }

  @Test
  void a_finding_becomes_a_notice_once_however_often_its_form_is_sent() {
    var finding = new HashMap<>(DRAFT);
    finding.remove("version");
    finding.remove("cause");
    finding.put("key", "6f1c2b1e-4a5d-4c39-9c58-1d2f0c0a9b11");
    as("legal").post("/findings", finding).statusCode(303);
    as("legal").post("/findings", finding).statusCode(303);
    assertThat(office.texts("select number from notice")).hasSize(1);
    as("legal")
        .get("/notices/" + office.text("select id from notice"))
        .body(containsString("<span class=\"said\">卷内 &lt;b&gt;缺页"));

    finding.put("key", "6f1c2b1e-4a5d-4c39-9c58-1d2f0c0a9b12");
    as("legal")
        .post("/findings", finding)
        .statusCode(409)
        .body(containsString("已有未办结的通知书"), containsString("示例规定 第二条"));
    finding.put("text", "");
    as("legal")
        .post("/findings", finding)
        .statusCode(400)
        .body(containsString("id=\"f-said-fault\">没有保存"), not(containsString("f-case-fault")));
  }

  @Test
  void text_that_cannot_be_stored_is_refused_on_a_page_that_names_the_field() {
    for (var bad : List.of("%00a", "%ff", "%ED%A0%80", "a%2")) {
      as("legal")
          .postRaw("/notices/drafts", "unit=D0102&caseId=A9&cause=" + bad)
          .statusCode(400)
          .body(containsString("无法显示"), containsString(">cause<"))
          .body(containsString("含有不能保存的字符"));
    }
    as("legal").get("/notices/drafts").statusCode(200);
    assertThat(office.texts("select id from notice_draft")).isEmpty();
  }

  @Test
  void a_field_that_the_form_does_not_have_or_that_is_sent_twice_is_refused() {
    as("legal")
        .postRaw("/notices/drafts?lang=en", "unit=D0102&caseId=A9&colour=red")
        .statusCode(400)
        .body(containsString(">colour<"), containsString("no such field"));
    as("legal")
        .postRaw("/findings", "unit=D0102&caseId=A9&caseId=A8")
        .statusCode(400)
        .body(containsString(">caseId<"), containsString("重复提交"));
    as("legal").postRaw("/silences", "unit=D0102&all=yes").statusCode(400);
    as("chief").postRaw("/templates/warning", "do=print").statusCode(400);
    as("officer").postRaw("/inbox/read", "seen=1&seen=2").statusCode(400);
    as("officer").postRaw("/sign-out", "to=nowhere").statusCode(400);
    assertThat(office.texts("select number from notice")).isEmpty();
  }

  @Test
  void rows_of_uneven_length_are_refused_and_kept() {
    as("legal")
        .postRaw(
            "/notices/drafts",
            "unit=D0102&caseId=A9&element=case&provision=one&text=first&text=second")
        .statusCode(400)
        .body(containsString("没有保存"), containsString("first"), containsString("second"));
  }

  @Test
  void a_draft_that_cannot_be_read_hides_no_other_and_can_be_discarded() {
    as("legal").post("/notices/drafts", DRAFT).statusCode(303);
    var bad = office.text("select id from notice_draft");
    office.text("update notice_draft set content = '{\"cause\":\"\\u0000\"}' returning id");
    as("legal").post("/notices/drafts", DRAFT).statusCode(303);

    as("legal")
        .get("/notices/drafts")
        .statusCode(200)
        .body(containsString("A9"), not(containsString(bad)));
    as("legal").get("/notices/drafts/" + bad).statusCode(200);
    as("legal").post("/notices/drafts/" + bad + "/discard", Map.of("version", "1")).statusCode(303);
    assertThat(office.texts("select id from notice_draft")).hasSize(1).doesNotContain(bad);
  }

  @Test
  void the_second_of_two_clicks_leads_to_where_the_first_one_led() {
    as("legal").post("/notices/drafts", DRAFT).statusCode(303);
    var id = office.text("select id from notice_draft");
    var issue = "/notices/drafts/" + id + "/issue";
    as("legal").post(issue, Map.of("version", "1")).statusCode(303);
    as("legal")
        .post(issue, Map.of("version", "1"))
        .statusCode(303)
        .header("Location", containsString("/notices/" + id));
    assertThat(office.texts("select number from notice")).hasSize(1);

    as("legal")
        .post("/notices/drafts/gone/discard", Map.of("version", "1"))
        .statusCode(404)
        .body(containsString("/notices/drafts/new"));
  }

  @Test
  void a_number_of_a_case_that_cannot_be_used_is_named() {
    as("legal")
        .postRaw(
            "/findings",
            "key=6f1c2b1e-4a5d-4c39-9c58-1d2f0c0a9b11&unit=D0102&officer=O1"
                + "&caseId=A%E2%80%AE9&element=case&provision=one&text=first")
        .statusCode(400)
        .body(containsString("案号不能使用"));
    as("legal")
        .postRaw(
            "/findings",
            "key=x&unit=D0102&officer=&caseId=A9&element=case&provision=one&text=first")
        .statusCode(400)
        .body(containsString(">key<"));
  }

  @Test
  void only_those_who_write_notices_see_these_pages() {
    as("officer").get("/notices/drafts").statusCode(403);
    as("auditor").get("/findings/new").statusCode(403);
    as("other").get("/notices/drafts/new?unit=D0103").statusCode(200);
    as("legal")
        .get("/findings/new?lang=en")
        .statusCode(200)
        .body(containsString("Record a finding"), not(containsString("登记问题")));
  }
}
