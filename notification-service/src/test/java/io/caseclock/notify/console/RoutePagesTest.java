package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

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
        .body(containsString("PUT /api/v1/routes?unit=D01"));
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
}
