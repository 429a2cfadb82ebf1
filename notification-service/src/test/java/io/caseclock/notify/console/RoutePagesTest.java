package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class RoutePagesTest {

  private static final String OWN =
      """
      {"routes": [{"id": "own-route", "critical": false, "digest": true,
        "steps": [{"after": "PT0S", "tell": ["supervisor"], "push": []},
                  {"after": "PT90M", "tell": ["legal-officer"], "push": ["sms", "email"]}]}]}
      """;

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void the_policy_of_the_pack_is_a_readable_table_in_both_languages() {
    as("legal")
        .get("/routes")
        .statusCode(200)
        .body(containsString("breach-grave"), containsString("规则包"))
        .body(containsString("责任民警、单位负责人、法制员"), containsString("4 小时后"))
        .body(containsString("短信 → 电子邮件"), containsString("最多 5 次"))
        .body(not(containsString("/routes/edit")));
    as("chief").get("/routes").body(containsString("href=\"/routes/edit?unit=D01\""));
    as("auditor")
        .get("/routes?lang=en")
        .body(containsString("After 4 hours"), containsString("text message → e-mail"))
        .body(containsString("the rule pack"), not(containsString("责任民警")));
  }

  @Test
  void a_units_own_policy_says_whose_it_is() {
    Office.s1()
        .contentType("application/json")
        .body(OWN)
        .put("/api/v1/routes?unit=D0102")
        .then()
        .statusCode(200);

    as("chief")
        .get("/routes?unit=D0102")
        .body(containsString("own-route"), containsString("<strong>示例一所</strong>"))
        .body(containsString("90 分钟后"), not(containsString("breach-grave")));
    as("chief").get("/routes?unit=D0103").body(not(containsString("own-route")));
  }

  @Test
  void trying_it_out_names_the_people_and_why() {
    as("legal")
        .get("/routes?unit=D0102&kind=breach&severity=serious&officer=O1")
        .statusCode(200)
        .body(containsString("breach-serious"), containsString("虚构O1 O1"))
        .body(containsString("虚构L1 L1"), containsString("本单位法制员"));
    as("legal")
        .get("/routes?unit=D0102&kind=breach&severity=serious&officer=&day=2026-03-13")
        .body(containsString("2026年3月13日 12:00"), containsString("没有已知的责任民警"));
  }

  @Test
  void a_day_or_a_kind_that_does_not_exist_is_refused_on_the_page() {
    as("legal")
        .get("/routes?kind=rumour&severity=grave")
        .statusCode(400)
        .body(containsString("请选择类型"));
    as("legal").get("/routes?kind=breach&severity=grave&day=2026-02-30").statusCode(400);
    as("legal").get("/routes?kind=breach&severity=grave&list=no-list").statusCode(400);
    as("legal").get("/routes?rule=filing-review").statusCode(400);
    as("legal")
        .get("/routes?kind=breach&severity=grave&rule=%3Cb%3E")
        .statusCode(400)
        .body(not(containsString("<b>")));
  }

  @Test
  void a_neighbour_and_an_officer_see_nothing_of_it() {
    as("other").get("/routes").statusCode(200).body(not(containsString("示例一所")));
    as("other").get("/routes?unit=D0102").statusCode(404).body(containsString("<html"));
    as("officer").get("/routes").statusCode(403).body(containsString("<html"));
    as("officer").get("/").body(not(containsString("href=\"/settings\"")));
  }

  /** A browser sends the form as the page holds it; this one has two routes. */
  private static Map<String, String> form(String button) {
    Map<String, String> fields = new HashMap<>();
    fields.put("do", button);
    fields.put("unit", "D0102");
    fields.put("version", "0");
    fields.put("rows", "2");
    fields.putAll(Map.of("r0.id", "breaches", "r0.kinds", "breach", "r0.steps", "1"));
    fields.putAll(Map.of("r0.s0.after", "0", "r0.s0.afterUnit", "minutes"));
    fields.putAll(Map.of("r0.s0.tell", "legal-officer", "r0.plan", "7"));
    fields.put("r0.issuedBy", "supervising-brigade");
    fields.putAll(Map.of("r1.id", "rest", "r1.steps", "1", "r1.plan", "7"));
    fields.putAll(Map.of("r1.s0.after", "0", "r1.s0.afterUnit", "minutes"));
    fields.putAll(Map.of("r1.s0.tell", "officer", "r1.issuedBy", "supervising-brigade"));
    fields.putAll(Map.of("kind", "breach", "severity", "grave", "officer", "O1"));
    return fields;
  }

  private static Map<String, String> form(String button, String field, String value) {
    var fields = form(button);
    fields.put(field, value);
    return fields;
  }

  @Test
  void the_form_of_a_policy_begins_with_what_holds() {
    as("chief")
        .get("/routes/edit?unit=D0102")
        .statusCode(200)
        .body(
            containsString("value=\"breach-grave\""),
            containsString("name=\"version\" value=\"0\""))
        .body(not(containsString("value=\"reset\"")));
    as("legal").get("/routes/edit?unit=D0102").statusCode(403);
    as("chief").get("/routes/edit?unit=D0999").statusCode(404);
  }

  @Test
  void rows_and_steps_are_added_moved_and_removed_without_scripts() {
    as("chief")
        .post("/routes/edit", form("add"))
        .statusCode(200)
        .body(containsString("value=\"route-3\""));
    as("chief")
        .post("/routes/edit", form("up-1"))
        .body(containsString("name=\"r0.id\" maxlength=\"60\" value=\"rest\""));
    as("chief")
        .post("/routes/edit", form("remove-0"))
        .body(
            containsString("name=\"rows\" value=\"1\""), not(containsString("value=\"breaches\"")));
    as("chief")
        .post("/routes/edit", form("add-step-1"))
        .body(containsString("name=\"r1.steps\" value=\"2\""), containsString("remove-step-1-1"));
  }

  @Test
  void it_is_tried_before_it_holds() {
    as("chief")
        .post("/routes/edit", form("try"))
        .statusCode(200)
        .body(containsString("虚构L1"), containsString("breaches"));
    assertEquals("0", office.text("select count(*) from route_override"));
  }

  @Test
  void it_is_saved_over_what_was_read_and_given_back() {
    as("chief").post("/routes/edit", form("save")).statusCode(303);
    as("legal")
        .get("/routes?unit=D0102&saved=yes")
        .body(containsString("已保存"), containsString("breaches"), containsString("示例一所"));
    as("admin")
        .post("/routes/edit", form("save"))
        .statusCode(412)
        .body(containsString("其他人刚刚修改过此策略"), containsString("value=\"breaches\""));

    var version = office.text("select max(seq) from route_override");
    as("admin").post("/routes/edit", form("reset", "version", version)).statusCode(303);
    as("legal").get("/routes?unit=D0102").body(containsString("规则包"));
  }

  @Test
  void a_route_that_cannot_hold_is_refused_at_its_row_and_stays_as_it_was_typed() {
    refused("r0.id", "", "请填写名称");
    refused("r0.id", "a\u202Eb", "不含改变文字方向的符号");
    refused("r0.id", "rest", "名称与前面的条目重复");
    refused("r0.s0.after", "5", "第一级的时间须为 0");
    refused("r0.s0.tell", "", "每一级都要填写时间和至少一个岗位");
    refused("r0.s0.tell", "king", "有的清单、规则、渠道或岗位不存在");
    refused("r0.kinds", "", "前面的条目已适用于全部");
    refused("r1.kinds", "breach", "最后一条须适用于全部");
    refused("r0.plan", "900", "最长计划为 1 至 366 天");
    refused("r0.every", "2", "重复：");
    refused("rows", "0", "至少要有一条策略");
    assertEquals("0", office.text("select count(*) from route_override"));
  }

  @Test
  void counts_and_buttons_that_the_page_does_not_have_are_refused() {
    for (var rows : List.of("-1", "x", "101")) {
      as("chief")
          .post("/routes/edit", form("try", "rows", rows))
          .statusCode(400)
          .body(containsString(">rows<"));
    }
    as("chief").post("/routes/edit", form("try", "r0.steps", "11")).statusCode(400);
    as("chief").post("/routes/edit", form("destroy")).statusCode(400);
    as("chief").post("/routes/edit", form("try", "r0.colour", "red")).statusCode(400);
  }

  @Test
  void the_largest_form_lists_the_rules_once() {
    var body = new StringBuilder("unit=D0102&version=0&do=try&kind=breach&severity=grave&rows=100");
    for (var row = 0; row < 100; row++) {
      body.append("&r").append(row).append(".steps=10");
    }
    var page =
        as("chief").postRaw("/routes/edit", body.toString()).statusCode(400).extract().asString();

    assertEquals(
        2, page.split("value=\"incident-callback\"", -1).length - 1, "of " + page.length());
  }

  private static void refused(String field, String value, String message) {
    as("chief")
        .post("/routes/edit", form("save", field, value))
        .statusCode(400)
        .body(containsString(message));
  }
}
