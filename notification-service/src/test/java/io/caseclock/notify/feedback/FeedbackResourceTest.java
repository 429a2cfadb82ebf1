package io.caseclock.notify.feedback;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static io.caseclock.notify.Office.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class FeedbackResourceTest {

  private static final String BREACH = "D1:1:breach";
  private static final String WARNING = "D2:1:before-P1D";
  private static final String RIGHT = "{\"right\": true}";
  private static final String WRONG_DATA =
      "{\"right\": false, \"cause\": \"wrong-data\", \"text\": \"录入时间有误\"}";

  @Inject Office office;
  @Inject Sql sql;

  @BeforeEach
  void aBreachAndAWarning() {
    office.open();
    sql.update("truncate feedback, feedback_entry");
    office.hears(breachOf("D1"), warningOf("D2"));
  }

  private static DeadlineAlarm warningOf(String deadlineId) {
    return warning(Office.deadline(deadlineId, 1, DeadlineStatus.RUNNING, "O1"), "before-P1D");
  }

  @Test
  void a_receiver_judges_and_may_think_better_of_it() {
    put(o1(), BREACH, WRONG_DATA)
        .statusCode(200)
        .body("right", equalTo(false))
        .body("cause", equalTo("wrong-data"));
    put(o1(), BREACH, WRONG_DATA).statusCode(200);
    put(o1(), BREACH, RIGHT).statusCode(200).body("right", equalTo(true));

    o1().get(path(BREACH))
        .then()
        .statusCode(200)
        .body("right", equalTo(true))
        .body("cause", nullValue())
        .body("history.right", contains(true, false))
        .body("history.text", contains("", "录入时间有误"));
    assertThat(office.texts("select seq::text from feedback")).containsExactly("2");
  }

  @Test
  void only_receivers_judge_and_others_learn_nothing() {
    put(as("O2", "D0102", "officer"), BREACH, RIGHT).statusCode(404);
    put(as("O3", "D0103", "officer"), BREACH, RIGHT).statusCode(404);
    put(o1(), "none", RIGHT).statusCode(404);
    put(s1(), BREACH, RIGHT).statusCode(404);
    s1().get(path(BREACH)).then().statusCode(404);
    put(as("O1", "D0102", "auditor"), BREACH, RIGHT).statusCode(403);
  }

  @Test
  void notices_and_findings_are_not_judged_here() {
    var notice = office.text("select id from message where kind = 'notice'");

    put(o1(), notice, RIGHT).statusCode(404);
  }

  @Test
  void a_verdict_that_makes_no_sense_is_refused_where_it_is_wrong() {
    put(o1(), BREACH, "{\"right\": false}")
        .statusCode(400)
        .body("violations.pointer", contains("/cause"));
    put(o1(), BREACH, "{\"right\": true, \"cause\": \"wrong-data\"}")
        .statusCode(400)
        .body("violations.pointer", contains("/cause"));
    put(o1(), BREACH, "{\"right\": false, \"cause\": \"weather\"}").statusCode(400);
    put(o1(), BREACH, "{}").statusCode(400);
    put(o1(), BREACH, "{\"right\": true, \"text\": \"" + "长".repeat(2_001) + "\"}")
        .statusCode(400)
        .body("violations.pointer", contains("/text"));
  }

  @Test
  void every_word_stays_in_the_history() {
    put(o1(), BREACH, RIGHT).statusCode(200);

    assertThatThrownBy(() -> office.texts("delete from feedback_entry returning text"))
        .hasMessageContaining("stays as it was written");
  }

  @Test
  void nothing_judged_has_no_rate_and_is_never_called_right() {
    accuracy(s1(), "rule")
        .body("groups.key", contains("filing-review"))
        .body("groups[0].told", equalTo(2))
        .body("groups[0].judged", equalTo(0))
        .body("groups[0]", hasKey("rate"))
        .body("groups[0].rate", nullValue())
        .body("groups[0].rateAtLeast", nullValue())
        .body("groups[0].shareJudged", closeTo(0, 0));
  }

  @Test
  void the_rate_counts_messages_and_names_what_is_disputed() {
    office.hears(warningOf("D3"));
    put(o1(), BREACH, RIGHT).statusCode(200);
    put(l1(), BREACH, WRONG_DATA).statusCode(200);
    put(o1(), WARNING, "{\"right\": false, \"cause\": \"source-silent\"}").statusCode(200);
    put(l1(), WARNING, "{\"right\": false, \"cause\": \"wrong-rule\"}").statusCode(200);
    put(o1(), "D3:1:before-P1D", RIGHT).statusCode(200);

    accuracy(s1(), "unit")
        .body("groups.key", contains("D0102"))
        .body("total.told", equalTo(3))
        .body("total.judged", equalTo(3))
        .body("total.right", equalTo(1))
        .body("total.wrong", equalTo(2))
        .body("total.disputed", equalTo(1))
        .body("total.causes.wrong-data", equalTo(1))
        .body("total.causes.wrong-rule", equalTo(1))
        .body("total.causes.source-silent", equalTo(0))
        .body("total.rate", closeTo(1.0 / 3, 1e-9))
        .body("total.rateAtLeast", closeTo(0.0615, 1e-3))
        .body("total.rateAtMost", closeTo(0.7923, 1e-3));
  }

  @Test
  void predictions_are_counted_apart() {
    office.hears(Office.risk(Office.deadline("D4", 1, DeadlineStatus.RUNNING, "O1")));
    put(o1(), "D4:1:risk-high", WRONG_DATA).statusCode(200);

    accuracy(s1(), "rule")
        .body("of", equalTo("warnings"))
        .body("total.told", equalTo(2))
        .body("total.judged", equalTo(0));
    accuracy(s1(), "rule&of=predictions")
        .body("of", equalTo("predictions"))
        .body("total.told", equalTo(1))
        .body("total.wrong", equalTo(1));
  }

  @Test
  void everybody_sees_the_numbers_of_the_own_units_only() {
    accuracy(as("O3", "D0103", "officer"), "rule")
        .body("groups", empty())
        .body("total.told", equalTo(0))
        .body("total.shareJudged", nullValue());
    s1().get("/api/v1/statistics/accuracy?unit=D0103").then().body("groups", empty());
  }

  @Test
  void a_period_is_of_whole_days_and_bad_ones_are_refused() {
    s1().get("/api/v1/statistics/accuracy?from=2001-01-01&to=2001-12-31")
        .then()
        .statusCode(200)
        .body("groups", empty())
        .body("from", equalTo("2001-01-01"))
        .body("to", equalTo("2001-12-31"));
    s1().get("/api/v1/statistics/accuracy?from=2002-01-01&to=2001-12-31").then().statusCode(400);
    s1().get("/api/v1/statistics/accuracy?from=yesterday").then().statusCode(400);
    s1().get("/api/v1/statistics/accuracy?from=-9999-01-01").then().statusCode(400);
    s1().get("/api/v1/statistics/accuracy?by=moon").then().statusCode(400);
  }

  private static ValidatableResponse put(RequestSpecification who, String message, String body) {
    return who.contentType("application/json").body(body).put(path(message)).then();
  }

  private static String path(String message) {
    return "/api/v1/warnings/" + message + "/feedback";
  }

  private static ValidatableResponse accuracy(RequestSpecification who, String by) {
    var doubles = JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE);
    return who.config(RestAssured.config().jsonConfig(doubles))
        .get("/api/v1/statistics/accuracy?by=" + by)
        .then()
        .statusCode(200);
  }
}
