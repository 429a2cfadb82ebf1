package io.caseclock.notify.escalation;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.Topic;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class EscalationResourceTest {

  private static final String ESCALATION = "/api/v1/escalations/D1:1:breach";

  @Inject Office office;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers = "";

  @BeforeEach
  void aBreach() {
    office.open();
    office.hears(breachOf("D1"));
  }

  private static Instant in(long days) {
    return Instant.now().plus(Duration.ofDays(days)).plusSeconds(60);
  }

  private static LocalDate day(int ahead) {
    return LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(ahead);
  }

  private static ValidatableResponse acknowledged(
      RequestSpecification who, LocalDate planOn, String text) {
    return who.contentType(ContentType.JSON)
        .body("{\"planOn\":\"%s\",\"text\":\"%s\"}".formatted(planOn, text))
        .post(ESCALATION + "/acknowledge")
        .then();
  }

  private List<String> told() {
    return office.texts(
        "select recipient || ' ' || why from message_recipient where message_id = 'D1:1:breach'"
            + " order by 1");
  }

  @Test
  void a_escalation_shows_its_frozen_policy_and_whom_it_has_told() {
    s1().get(ESCALATION)
        .then()
        .statusCode(200)
        .body("state", equalTo("climbing"))
        .body("policy.id", equalTo("breach-serious"))
        .body("policy.steps[1].after", equalTo("1 working-days"))
        .body("history", hasSize(1))
        .body("history[0].people", hasItems("O1", "L1"));
  }

  @Test
  void a_neighbour_knows_of_no_escalation() {
    as("O3", "D0103", "officer").get(ESCALATION).then().statusCode(404);
    as("L3", "D0103", "legal-officer")
        .get("/api/v1/escalations")
        .then()
        .body("escalations", empty());
    acknowledged(as("L3", "D0103", "legal-officer"), day(1), "x").statusCode(404);
  }

  @Test
  void replicas_that_escalate_at_once_tell_each_step_once() throws Exception {
    var later = office.nextStep();
    List<Callable<Integer>> replicas =
        IntStream.range(0, 6)
            .<Callable<Integer>>mapToObj(
                n ->
                    () -> {
                      office.escalate(later);
                      return n;
                    })
            .toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var done : threads.invokeAll(replicas)) {
        done.get();
      }
    }

    assertThat(office.texts("select what from escalation_line where escalation_id = 'D1:1:breach'"))
        .containsExactly("told", "told");
    assertThat(told())
        .containsExactly("L1 legal-officer", "O1 responsible-officer", "S1 supervisor-above");
  }

  @Test
  void who_takes_it_on_stops_the_escalation_and_the_plan_date_becomes_a_deadline() {
    acknowledged(o1(), day(3), "补齐材料")
        .statusCode(200)
        .body("state", equalTo("acknowledged"))
        .body("nextAt", nullValue())
        .body("plan.by", equalTo("O1"));

    office.escalate(in(30));

    assertThat(told()).hasSize(2);
    assertThat(published("plan-made")).contains("\"on\":\"" + day(4) + "\"");
  }

  @Test
  void the_second_of_two_who_take_it_on_sees_the_first() {
    acknowledged(o1(), day(3), "补齐材料").statusCode(200);

    acknowledged(l1(), day(2), "x")
        .statusCode(409)
        .body("state", equalTo("acknowledged"))
        .body("by", equalTo("O1"))
        .body("planOn", equalTo(day(3).toString()));
  }

  @Test
  void a_refused_plan_says_of_what_kind_the_refusal_is() {
    acknowledged(o1(), day(-1), "x").statusCode(422);
    acknowledged(o1(), day(8), "x").statusCode(422);
    acknowledged(s1(), LocalDate.MAX, "x").statusCode(400);
    acknowledged(o1(), day(1), " ").statusCode(400);
    acknowledged(as("O2", "D0102", "officer"), day(1), "x").statusCode(403);
  }

  @Test
  void when_the_plan_date_passes_the_escalation_goes_on_from_where_it_stood() {
    acknowledged(o1(), day(3), "补齐材料").statusCode(200);
    var plan = office.text("select plan from escalation");

    office.hears(
        Office.breach(
            deadline(
                "PD1",
                1,
                DeadlineStatus.BREACHED,
                "O1",
                new Subject("plan", plan),
                "plan",
                "escalate")));
    office.escalateNext();

    assertThat(told()).contains("S1 supervisor-above");
    s1().get(ESCALATION)
        .then()
        .body("state", equalTo("climbing"))
        .body("history.what", equalTo(List.of("told", "acknowledged", "plan-passed", "told")));
  }

  @Test
  void work_that_was_done_late_ends_the_escalation_and_fulfils_the_plan() {
    acknowledged(o1(), day(3), "补齐材料").statusCode(200);

    office.hears(changed(Change.MET_LATE, deadline("D1", 2, DeadlineStatus.MET_LATE, "O1")));
    office.escalate(in(30));

    s1().get(ESCALATION)
        .then()
        .body("state", equalTo("ended"))
        .body("endedReason", equalTo("met-late"));
    assertThat(told()).hasSize(2);
    assertThat(published("plan-fulfilled")).contains("met-late");
  }

  @Test
  void a_plan_date_on_the_notice_takes_the_breach_on_too() {
    var notice = office.text("select id from notice");
    o1().post("/api/v1/notices/" + notice + "/sign").then().statusCode(200);
    o1().contentType(ContentType.JSON)
        .body("{\"on\":\"%s\",\"text\":\"补齐材料\"}".formatted(day(3)))
        .post("/api/v1/notices/" + notice + "/plan")
        .then()
        .statusCode(200);

    s1().get(ESCALATION).then().body("state", equalTo("acknowledged"));
  }

  @Test
  void a_policy_of_a_unit_holds_for_new_breaches_and_not_for_open_ones() {
    s1().contentType(ContentType.JSON)
        .body(
            """
            {"routes":[{"id":"ours","critical":false,"digest":false,
              "steps":[{"after":"PT0S","tell":["legal-officer"]},{"after":"PT1H","tell":["supervisor"]}]}]}
            """)
        .put("/api/v1/routes?unit=D0102")
        .then()
        .statusCode(200)
        .body("setBy", equalTo("D0102"));

    office.hears(breachOf("D2"));

    s1().get(ESCALATION).then().body("policy.id", equalTo("breach-serious"));
    s1().get("/api/v1/escalations/D2:1:breach")
        .then()
        .body("policy.id", equalTo("ours"))
        .body("setBy", equalTo("D0102"))
        .body("history[0].people", equalTo(List.of("L1")));
    s1().contentType(ContentType.JSON)
        .body("{\"routes\":[]}")
        .put("/api/v1/routes?unit=D0102")
        .then()
        .body("setBy", nullValue());
  }

  @Test
  void a_policy_that_could_miss_somebody_is_refused() {
    put(
        "{\"id\":\"a\",\"match\":{\"kinds\":[\"breach\"]},\"steps\":[{\"after\":\"PT0S\",\"tell\":[\"officer\"]}]}",
        422);
    put("{\"id\":\"a\",\"steps\":[{\"after\":\"PT1H\",\"tell\":[\"officer\"]}]}", 422);
    put("{\"id\":\"a\",\"steps\":[{\"after\":\"PT0S\",\"tell\":[\"mayor\"]}]}", 400);
    put("{\"id\":\"a\",\"steps\":[]}", 422);
    put("{\"steps\":[{\"after\":\"PT0S\",\"tell\":[\"officer\"]}]}", 422);
    put("{\"id\":\"a\"}", 422);
  }

  @Test
  void an_id_that_is_long_or_would_turn_or_break_what_is_around_it_is_refused() {
    for (var id : List.of("a".repeat(61), "two\\nlines", "turned \\u202E round", "rings \\u0085")) {
      put("{\"id\":\"" + id + "\",\"steps\":[{\"after\":\"PT0S\",\"tell\":[\"officer\"]}]}", 422);
    }
  }

  @Test
  void every_word_of_a_policy_that_means_nothing_is_named_with_its_place() {
    s1().contentType(ContentType.JSON)
        .body(
            """
            {"routes":[
              {"id":"a","match":{"kinds":["breach","rumour"],"severities":["GRAVE"],
                "lists":["no-list"],"rules":["no-rule"]},
               "steps":[{"after":"PT0S","tell":["officer","mayor"],"push":["sms","pigeon"]}]}]}
            """)
        .put("/api/v1/routes?unit=D0102")
        .then()
        .statusCode(400)
        .body(
            "violations.pointer",
            equalTo(
                List.of(
                    "/routes/0/match/kinds",
                    "/routes/0/match/severities",
                    "/routes/0/match/lists",
                    "/routes/0/match/rules",
                    "/routes/0/steps/0/tell/1",
                    "/routes/0/steps/0/push/1")))
        .body(
            "violations[0].message",
            containsString("breach, finding, lapse, notice, task, warning"));
  }

  @Test
  void a_trial_of_what_is_not_there_is_refused_and_names_what_is() {
    refusedTrial("\"severity\":\"GRAVE\"", "severity is one of grave, ordinary, serious");
    refusedTrial("\"severity\":\"grave\",\"rule\":\"no-rule\"", "filing-review");
    refusedTrial("\"severity\":\"grave\",\"list\":\"no-list\"", "list is one of");
    refusedTrial("\"severity\":\"grave\",\"officer\":\"NOBODY\"", "officer names nobody");
  }

  private static void refusedTrial(String members, String detail) {
    s1().contentType(ContentType.JSON)
        .body("{\"unit\":\"D0102\",\"kind\":\"breach\"," + members + "}")
        .post("/api/v1/routes/test")
        .then()
        .statusCode(400)
        .body("detail", containsString(detail));
  }

  private static void put(String route, int status) {
    s1().contentType(ContentType.JSON)
        .body("{\"routes\":[" + route + "]}")
        .put("/api/v1/routes?unit=D0102")
        .then()
        .statusCode(status);
  }

  @Test
  void a_trial_shows_who_would_be_told_and_why_and_tells_nobody() {
    s1().contentType(ContentType.JSON)
        .body("{\"unit\":\"D0102\",\"officer\":\"O1\",\"kind\":\"breach\",\"severity\":\"grave\"}")
        .post("/api/v1/routes/test")
        .then()
        .statusCode(200)
        .body("route", equalTo("breach-grave"))
        .body("steps[0].after", equalTo("PT0S"))
        .body("steps[0].people.officer", equalTo(List.of("O1", "L1")))
        .body("steps[0].people.why", equalTo(List.of("responsible-officer", "legal-officer")));
    s1().contentType(ContentType.JSON)
        .body("{\"unit\":\"D0102\",\"kind\":\"rumour\",\"severity\":\"grave\"}")
        .post("/api/v1/routes/test")
        .then()
        .statusCode(400);
    s1().contentType(ContentType.JSON)
        .body(
            """
            {"unit":"D0102","kind":"breach","severity":"grave","at":"+999999999-01-01T00:00:00Z"}
            """)
        .post("/api/v1/routes/test")
        .then()
        .statusCode(400);

    assertThat(office.texts("select id from message where id like '%trial%'")).isEmpty();
  }

  /** The data of the newest event of this type that the monitor hears. */
  private String published(String type) {
    var found =
        new Topic(brokers, "notice-events")
            .read(1, consumed -> Topic.header(consumed, "ce_type").equals(type));
    return new String(found.getLast().value(), StandardCharsets.UTF_8);
  }
}
