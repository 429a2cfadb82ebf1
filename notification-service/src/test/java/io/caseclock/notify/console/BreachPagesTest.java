package io.caseclock.notify.console;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.console.Browsing.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class BreachPagesTest {

  private static final String PAGE = "/breaches/D1%3A1%3Abreach";

  @Inject Office office;
  @Inject InstantSource clock;

  @BeforeEach
  void oneBreach() {
    office.open();
    office.hears(breachOf("D1"));
  }

  @Test
  void the_escalation_says_who_was_told_and_who_is_told_next_in_both_languages() {
    as("officer")
        .get(PAGE)
        .statusCode(200)
        .body(containsString("立案审查期限"), containsString("待承接"))
        .body(containsString("责任民警、单位负责人、法制员"), containsString("1 个工作日后"))
        .body(containsString("虚构O1 O1、虚构L1 L1"), containsString("规则包"));
    as("legal")
        .get(PAGE + "?lang=en")
        .statusCode(200)
        .body(containsString("responsible officer, head of the unit, legal officer"))
        .body(containsString("After 1 working day"), containsString("At once"))
        .body(not(containsString("待承接")));
  }

  @Test
  void the_list_leads_to_the_escalation_and_the_navigation_to_the_list() {
    as("officer").get("/").body(containsString("href=\"/breaches\""));
    as("officer").get("/breaches").statusCode(200).body(containsString("href=\"" + PAGE + "\""));
    as("officer").get("/breaches?state=ended").body(containsString("这里会列出已经结束的超期"));
    as("officer").get("/breaches?state=lost").statusCode(400);
  }

  @Test
  void a_neighbour_sees_neither_the_escalation_nor_its_line_and_cannot_take_it_on() {
    as("neighbour").get("/breaches").statusCode(200).body(not(containsString(PAGE)));
    as("neighbour").get(PAGE).statusCode(404).body(containsString("<html"));
    acknowledge("neighbour", today(), "补办").statusCode(404);
    assertThat(state()).isEqualTo("climbing");
  }

  @Test
  void each_step_that_was_taken_stands_in_the_history() {
    office.escalateNext();

    as("officer").get(PAGE).body(containsString("虚构S1 S1"), containsString("局领导"));
  }

  @Test
  void taking_it_on_needs_a_day_and_a_text_and_shows_the_plan_to_all() {
    as("officer")
        .get(PAGE)
        .body(containsString("min=\"" + today() + "\""))
        .body(containsString("max=\"" + today().plusDays(7) + "\""));
    post("officer", Map.of("text", "补办")).statusCode(400).body(containsString("请选择计划完成日"));
    acknowledge("officer", today().minusDays(1), "补办 <b>")
        .statusCode(422)
        .body(containsString("计划日期不能早于今天"), containsString("补办 &lt;b&gt;"));
    acknowledge("officer", today().plusDays(8), "补办")
        .statusCode(422)
        .body(containsString("须由督察决定"));
    acknowledge("officer", today(), " ").statusCode(400).body(containsString("请填写计划措施"));

    acknowledge("officer", today().plusDays(7), "补办 <b>手续</b>")
        .statusCode(303)
        .header("Location", endsWith(PAGE));

    as("auditor")
        .get(PAGE)
        .body(containsString("已承接"), containsString("虚构O1 O1"))
        .body(containsString("&lt;b&gt;手续"), not(containsString("<b>手续")))
        .body(not(containsString("<form method=\"post\" action=\"" + PAGE)));
    as("legal").get("/breaches?state=acknowledged").body(containsString(PAGE));
  }

  @Test
  void the_list_is_narrowed_and_says_what_would_be_there() {
    as("legal").get("/breaches?severity=serious&unit=D0102").body(containsString(PAGE));
    as("legal").get("/breaches?severity=grave").body(not(containsString(PAGE)));
    as("legal").get("/breaches?rule=&list=&text=A1&sort=next").body(containsString(PAGE));
    as("legal").get("/breaches?sort=severity&officer=O2").body(containsString("还没有人承接的超期"));
    as("legal").get("/breaches?state=ended").body(containsString("这里会列出已经结束的超期"));
    as("legal").get("/breaches?severity=x").statusCode(400);
    as("neighbour").get("/breaches").statusCode(200).body(not(containsString(PAGE)));
  }

  @Test
  void a_refused_plan_is_shown_again_as_it_was_entered() {
    post("officer", Map.of("on", today().minusDays(1).toString(), "text", "补办手续"))
        .statusCode(422)
        .body(containsString("补办手续"), containsString("value=\"" + today().minusDays(1)));
  }

  @Test
  void who_comes_second_is_told_who_was_first() {
    acknowledge("legal", today(), "催办").statusCode(303);

    acknowledge("officer", today(), "补办")
        .statusCode(409)
        .body(containsString("已由 虚构L9 L9 于"), containsString("承接"));
  }

  @Test
  void a_supervisor_is_not_bound_by_the_longest_plan() {
    as("chief").get(PAGE).body(not(containsString("max=\"")));
    post("chief", Map.of("on", "+999999999-12-31", "text", "x")).statusCode(400);
    acknowledge("chief", today().plusDays(60), "专项整改").statusCode(303);
  }

  @Test
  void what_is_over_says_why_and_has_no_form() {
    office.hears(changed(Change.MET_LATE, deadline("D1", 1, DeadlineStatus.MET_LATE, "O1")));

    as("officer").get(PAGE).body(containsString("已逾期完成"), not(containsString("/acknowledge\"")));
    acknowledge("officer", today(), "补办").statusCode(409).body(containsString("该超期已经结束"));
  }

  @Test
  void auditors_and_other_sites_take_nothing_on() {
    acknowledge("auditor", today(), "补办").statusCode(403);
    as("officer")
        .postFromElsewhere(PAGE + "/acknowledge", Map.of("on", today().toString(), "text", "x"))
        .statusCode(403);
    assertThat(state()).isEqualTo("climbing");
  }

  @Test
  void the_page_of_a_refusal_changes_its_language() {
    as("officer")
        .get(PAGE + "/acknowledge?lang=en")
        .statusCode(303)
        .header("Location", endsWith(PAGE + "?lang=en"));
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
  }

  private String state() {
    return office.text("select state from escalation");
  }

  private static ValidatableResponse acknowledge(String username, LocalDate on, String text) {
    return post(username, Map.of("on", on.toString(), "text", text));
  }

  private static ValidatableResponse post(String username, Map<String, String> fields) {
    return as(username).post(PAGE + "/acknowledge", fields);
  }
}
