package io.caseclock.notify.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.caseclock.notify.Office;
import io.caseclock.notify.task.CallBacks;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account {@code legal} is the call-back officer here. */
@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class TaskPagesTest {

  @Inject Office office;
  @Inject CallBacks callBacks;
  @Inject InstantSource clock;

  private String id = "";

  @BeforeEach
  void anIncidentToCallBack() {
    callBacks.open();
    callBacks.post("L9", "D01", "callback-officer");
    callBacks.incident("J1", Office.DUE);
    id = office.text("select id from task");
  }

  @Test
  void whoever_calls_back_finds_the_list_in_the_navigation_in_both_languages() {
    as("legal").get("/").then().statusCode(200).body(containsString("href=\"/tasks\""));
    as("legal")
        .get("/tasks?state=overdue")
        .then()
        .statusCode(200)
        .body(containsString("任务</h1>"), containsString("警情回访"), containsString("示例一所"))
        .body(containsString("逾期"), containsString("2026年3月12日 24:00"));
    as("legal")
        .get("/tasks?state=overdue&lang=en")
        .then()
        .body(containsString("Call back the caller"), containsString("overdue"));
    as("legal").get("/tasks?state=done").then().body(containsString("这里会列出已经办完的任务"));
    as("legal").get("/tasks?state=lost").then().statusCode(400);
    as("neighbour").get("/tasks").then().statusCode(200).body(not(containsString(id)));
    as("neighbour").get("/tasks/" + id).then().statusCode(404);
  }

  @Test
  void the_questions_are_fieldsets_with_legends_and_a_text() {
    as("legal")
        .get("/tasks/" + id)
        .then()
        .statusCode(200)
        .body(containsString("<fieldset"), containsString("<legend"))
        .body(containsString("name=\"answer.attitude\" value=\"dissatisfied\" required"))
        .body(containsString("<textarea"), containsString("name=\"answer.opinion\""));
  }

  @Test
  void plain_forms_do_it_and_the_answers_stay_to_be_read() {
    send("answers", answers("satisfied", "谢谢 <b>好</b>"))
        .statusCode(303)
        .header("Location", endsWith("/tasks/" + id));

    assertThat(office.text("select state from task")).isEqualTo("done");
    as("legal")
        .get("/tasks/" + id)
        .then()
        .body(containsString("&lt;b&gt;"), not(containsString("<b>好")))
        .body(containsString("此任务已经结束"), not(containsString("/answers\"")));
    send("answers", answers("satisfied", ""))
        .statusCode(409)
        .body(containsString("role=\"alert\""), containsString("此任务已经结束"));
  }

  @Test
  void a_fault_is_shown_at_its_question_and_nothing_entered_is_lost() {
    send("answers", Map.of("version", "1", "answer.attitude", "fair", "answer.opinion", "再说一遍"))
        .statusCode(422)
        .body(containsString("id=\"fault-acceptance\""), containsString("此项必须回答"))
        .body(not(containsString("id=\"fault-attitude\"")))
        .body(containsString("value=\"fair\" checked"), containsString("再说一遍"));
    assertThat(office.text("select state from task")).isEqualTo("open");
  }

  @Test
  void an_answer_to_a_question_that_is_not_asked_is_refused_by_its_name() {
    for (var answer : List.of("good", "")) {
      Map<String, String> form = new HashMap<>(answers("satisfied", ""));
      form.put("answer.nobody", answer);

      send("answers", form).statusCode(400).body(containsString("answer.nobody</bdi>"));
    }
    assertThat(office.text("select state from task")).isEqualTo("open");
  }

  @Test
  void who_may_not_do_it_reads_and_has_no_form() {
    as("officer")
        .get("/tasks/" + id)
        .then()
        .statusCode(200)
        .body(containsString("案件责任民警不得办理"), not(containsString("/answers\"")));
    as("auditor").get("/tasks/" + id).then().statusCode(200).body(not(containsString("<textarea")));
  }

  @Test
  void tries_are_noted_until_it_may_be_closed_without_answers() {
    send("attempts", Map.of("outcome", "no-answer", "text", "上午")).statusCode(303);
    as("legal")
        .get("/tasks/" + id)
        .then()
        .body(containsString("无人接听"), not(containsString("/unreachable\"")));
    callBacks.triedHoursAgo(id, clock.instant(), 1);
    callBacks.triedHoursAgo(id, clock.instant(), 2);

    as("legal").get("/tasks/" + id).then().body(containsString("/unreachable\""));
    send("unreachable", Map.of("reason", "停机")).statusCode(303);
    assertThat(office.text("select state from task")).isEqualTo("unreachable");
    send("attempts", Map.of("outcome", "asleep")).statusCode(404);
  }

  @Test
  void somebody_who_was_slower_is_told_so() {
    send("attempts", Map.of("outcome", "no-answer")).statusCode(303);

    send("answers", answers("satisfied", "")).statusCode(412).body(containsString("已有他人办理"));
    send("answers", Map.of("version", "soon")).statusCode(404);
  }

  @Test
  void the_language_can_be_changed_on_the_page_that_refused_something() {
    as("legal")
        .get("/tasks/" + id + "/answers?lang=en")
        .then()
        .statusCode(303)
        .header("Location", endsWith("/tasks/" + id + "?lang=en"));
    browser()
        .get("/tasks")
        .then()
        .statusCode(303)
        .header("Location", containsString("/sign-in?next=%2Ftasks"));
  }

  private static Map<String, String> answers(String each, String opinion) {
    return Map.of(
        "version",
        "1",
        "answer.attitude",
        each,
        "answer.acceptance",
        each,
        "answer.handling",
        each,
        "answer.opinion",
        opinion);
  }

  private ValidatableResponse send(String step, Map<String, String> form) {
    return as("legal")
        .header("Sec-Fetch-Site", "same-origin")
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(form)
        .post("/tasks/" + id + "/" + step)
        .then();
  }

  private static RequestSpecification browser() {
    return given().redirects().follow(false).header("Accept", "text/html,*/*;q=0.8");
  }

  private static RequestSpecification as(String username) {
    var session =
        browser()
            .header("Sec-Fetch-Site", "same-origin")
            .formParams(Map.of("username", username, "password", LocalAccounts.PASSWORD))
            .post("/sign-in")
            .cookie("caseclock-session");
    return browser().cookie("caseclock-session", session);
  }
}
