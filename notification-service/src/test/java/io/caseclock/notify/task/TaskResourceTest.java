package io.caseclock.notify.task;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Topic.header;
import static io.caseclock.notify.task.CallBacks.c1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.Office;
import io.caseclock.notify.Topic;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class TaskResourceTest {

  private static final Map<String, String> GOOD =
      Map.of("attitude", "satisfied", "acceptance", "satisfied", "handling", "fair");

  @Inject Office office;
  @Inject CallBacks callBacks;
  @Inject InstantSource clock;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers = "";

  private final String run = UUID.randomUUID().toString();
  private final String j0 = "J0-" + run;
  private final String j1 = "J1-" + run;
  private final String j2 = "J2-" + run;
  private String id = "";

  @BeforeEach
  void anIncidentToCallBack() {
    callBacks.open();
    callBacks.incident(j1, CallBacks.DUE);
    id = office.text("select id from task");
  }

  @Test
  void a_task_is_listed_with_its_unit_and_shown_with_its_questions() {
    c1().get("/api/v1/tasks")
        .then()
        .statusCode(200)
        .body("tasks.id", contains(id))
        .body("tasks[0].kind", equalTo("incident-callback"))
        .body("tasks[0].unit", equalTo("D0102"))
        .body("tasks[0].late", equalTo(false))
        .body("tasks[0].questions", nullValue())
        .body("next", nullValue());
    c1().get("/api/v1/tasks/" + id)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"1\""))
        .body("questions.id", hasItems("attitude", "acceptance", "handling", "opinion"))
        .body("questions[0].answers.id", hasItems("satisfied", "dissatisfied"))
        .body("history.act", contains("opened"));
  }

  @Test
  void those_who_may_do_it_are_told_once() {
    callBacks.incident(j1, CallBacks.DUE);

    assertThat(office.texts("select id from message where subject = ?", "incident/" + j1))
        .containsExactly("task:" + id);
    assertThat(
            office.texts(
                "select distinct recipient from message_recipient a where message_id = ?",
                "task:" + id))
        .containsExactly("C1");
  }

  @Test
  void good_answers_are_one_event_of_the_incident() {
    answer(c1(), GOOD).statusCode(200).body("state", equalTo("done"));

    var event = published(1).getFirst();
    assertThat(header(event, "ce_type")).isEqualTo("incident-callback-done");
    assertThat(header(event, "ce_source")).isEqualTo("urn:caseclock:notification");
    assertThat(header(event, "ce_subject")).isEqualTo("incident/" + j1);
    assertThat(new String(event.value(), StandardCharsets.UTF_8))
        .contains("\"reached\":true", "\"by\":\"account-C1\"", "\"handling\":\"fair\"")
        .contains("\"role\":\"callback-officer\"", "\"unit\":\"D0102\"");
    assertThat(office.text("select superseded_reason from message where id = ?", "task:" + id))
        .isEqualTo("met");
  }

  @Test
  void faulty_answers_are_named_one_by_one_and_change_nothing() {
    answer(c1(), Map.of("attitude", "so-so", "colour/of~hair", "red"))
        .statusCode(422)
        .body("type", equalTo("urn:caseclock:problem:rule-refuses"))
        .body(
            "violations.pointer",
            containsInAnyOrder(
                "/answers/attitude",
                "/answers/acceptance",
                "/answers/handling",
                "/answers/colour~1of~0hair"));
    c1().contentType("application/json")
        .body("{\"answers\": [1]}")
        .post("/api/v1/tasks/" + id + "/answers")
        .then()
        .statusCode(400);
    c1().contentType("application/json")
        .body("{\"answers\": {\"attitude\": null}}")
        .post("/api/v1/tasks/" + id + "/answers")
        .then()
        .statusCode(422);

    assertThat(office.texts("select act from task_entry")).containsExactly("opened");
  }

  @Test
  void of_two_who_answer_at_once_the_second_sees_the_first() throws Exception {
    Callable<Integer> answers = () -> answer(c1(), GOOD).extract().statusCode();

    List<Integer> codes;
    try (var threads = Executors.newFixedThreadPool(6)) {
      codes =
          threads.invokeAll(Collections.nCopies(6, answers)).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(codes).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(office.texts("select act from task_entry order by seq"))
        .containsExactly("opened", "answered");
    answer(c1(), GOOD)
        .statusCode(409)
        .body("by", equalTo("account-C1"))
        .body("at", notNullValue())
        .body("state", equalTo("done"));
  }

  @Test
  void a_stale_version_is_refused() {
    answer(c1().header("If-Match", "\"7\""), GOOD).statusCode(412).body("version", equalTo(1));
    answer(c1().header("If-Match", "soon"), GOOD).statusCode(400);
    answer(c1().header("If-Match", "\"1\""), GOOD).statusCode(200);
  }

  @Test
  void neither_the_responsible_officer_nor_somebody_without_the_role_does_it() {
    answer(o1(), GOOD).statusCode(403).body("reason", equalTo("own_case"));
    answer(l1(), GOOD).statusCode(403).body("reason", equalTo("not_doer"));
    answer(as("C1", "D01", "auditor"), GOOD).statusCode(403);
    answer(as("O3", "D0103", "officer"), GOOD).statusCode(404);
    as("O3", "D0103", "officer").get("/api/v1/tasks/" + id).then().statusCode(404);
    as("O3", "D0103", "officer").get("/api/v1/tasks").then().body("tasks", empty());
  }

  @Test
  void whoever_stands_in_for_somebody_who_is_away_is_told_and_does_it() {
    answer(o2(), GOOD).statusCode(403);
    callBacks.away("C1", "O2");
    callBacks.incident(j2, CallBacks.DUE);

    assertThat(
            office.texts(
                "select distinct a.recipient from message_recipient a join message l on l.id ="
                    + " a.message_id where l.subject = ?",
                "incident/" + j2))
        .containsExactly("O2");
    answer(o2(), GOOD).statusCode(200).body("history.officer[1]", equalTo("O2"));
  }

  @Test
  void a_review_is_for_the_nearest_legal_officers_alone() {
    callBacks.caseFile(j2);
    id = office.text("select id from task where kind = 'case-file-legal-review'");
    var found = Map.of("faults", "found", "opinion", "缺页");

    answer(as("L9", "D01", "legal-officer"), found).statusCode(403);
    answer(l1(), found).statusCode(200).body("history.role[1]", equalTo("legal-officer"));
    var key = ("J-" + j2).getBytes(StandardCharsets.UTF_8);
    assertThat(new Topic(brokers, "notice-events").read(3, one -> Arrays.equals(one.key(), key)))
        .extracting(event -> header(event, "ce_type"))
        .containsExactly("casefile-reviewed", "casefile-faults-found", "finding-recorded");
  }

  @Test
  void nobody_invents_answers_of_somebody_who_cannot_be_reached() {
    attempt("no-answer").statusCode(200).body("history.outcome[1]", equalTo("no-answer"));
    attempt("asleep").statusCode(400).body("violations.pointer", contains("/outcome"));
    giveUp("号码始终无人接听").statusCode(422).body("reason", equalTo("too_few_tries"));
    callBacks.triedHoursAgo(id, clock.instant(), 1);
    callBacks.triedHoursAgo(id, clock.instant(), 2);
    giveUp("").statusCode(400);

    giveUp("号码始终无人接听").statusCode(200).body("state", equalTo("unreachable"));

    var event = published(1).getFirst();
    assertThat(header(event, "ce_type")).isEqualTo("incident-callback-done");
    assertThat(new String(event.value(), StandardCharsets.UTF_8))
        .contains("\"reached\":false", "\"answers\":{}")
        .doesNotContain("号码始终无人接听");
  }

  @Test
  void a_deadline_that_ends_or_moves_takes_its_task_along() {
    var later = CallBacks.DUE.plus(Duration.ofDays(1));
    callBacks.changes(Change.MOVED, j1, DeadlineStatus.RUNNING, later);
    c1().get("/api/v1/tasks/" + id).then().body("dueAt", equalTo("2099-03-13T16:00:00Z"));

    callBacks.changes(Change.MET, j1, DeadlineStatus.MET, later);

    c1().get("/api/v1/tasks").then().body("tasks", empty());
    c1().get("/api/v1/tasks?state=done")
        .then()
        .body("tasks.state", contains("done-elsewhere"))
        .body("tasks.id", contains(id));
    answer(c1(), GOOD).statusCode(409).body("by", equalTo("caseclock"));
  }

  @Test
  void open_and_overdue_ones_are_apart_and_pages_follow_each_other() {
    callBacks.incident(j2, CallBacks.DUE.plus(Duration.ofDays(1)));
    callBacks.incident(j0, Office.DUE);

    var next =
        c1().get("/api/v1/tasks?limit=1")
            .then()
            .body("tasks.subject", contains("incident/" + j1))
            .extract()
            .path("next");
    c1().queryParam("after", String.valueOf(next))
        .get("/api/v1/tasks?limit=2")
        .then()
        .body("tasks.subject", contains("incident/" + j2))
        .body("next", nullValue());
    c1().get("/api/v1/tasks?state=overdue")
        .then()
        .body("tasks.subject", contains("incident/" + j0));
    c1().get("/api/v1/tasks/counts").then().body("open", equalTo(2)).body("overdue", equalTo(1));
    c1().get("/api/v1/tasks?kind=case-file-legal-review").then().body("tasks", empty());
    c1().get("/api/v1/tasks?unit=D0103").then().body("tasks", empty());
    c1().get("/api/v1/tasks?unit=D0102").then().body("tasks", hasSize(2));
    c1().get("/api/v1/tasks?officer=O1").then().body("tasks", hasSize(2));
    c1().get("/api/v1/tasks?officer=O2").then().body("tasks", empty());
    c1().get("/api/v1/tasks?dueFrom=2099-03-12&dueTo=2099-03-12")
        .then()
        .body("tasks.subject", contains("incident/" + j1));
    c1().get("/api/v1/tasks?text=" + j2).then().body("tasks.subject", contains("incident/" + j2));
    c1().get("/api/v1/tasks?text=%25").then().body("tasks", empty());
    c1().get("/api/v1/tasks?state=lost").then().statusCode(400);
    c1().get("/api/v1/tasks?after=here").then().statusCode(400);
    c1().get("/api/v1/tasks?limit=0").then().statusCode(400);
  }

  @Test
  void each_task_stands_in_exactly_one_tab() {
    callBacks.incident(j0, Office.DUE);
    callBacks.incident(j2, CallBacks.DUE);
    callBacks.incident("J3", CallBacks.DUE);
    answer(c1(), GOOD).statusCode(200);
    callBacks.changes(Change.CANCELLED, j2, DeadlineStatus.CANCELLED, CallBacks.DUE);

    List<String> seen = new ArrayList<>();
    for (var tab : TaskTab.words()) {
      seen.addAll(c1().get("/api/v1/tasks?state=" + tab).path("tasks.id"));
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(office.texts("select id from task"));
    c1().get("/api/v1/tasks?state=withdrawn")
        .then()
        .body("tasks.subject", contains("incident/" + j2));
  }

  @Test
  void ended_ones_are_paged_newest_first() {
    callBacks.incident(j2, CallBacks.DUE);
    answer(c1(), GOOD).statusCode(200);
    callBacks.changes(Change.MET, j2, DeadlineStatus.MET, CallBacks.DUE);

    var next =
        c1().get("/api/v1/tasks?state=done&limit=1")
            .then()
            .body("tasks.subject", contains("incident/" + j2))
            .extract()
            .path("next");
    c1().queryParam("after", String.valueOf(next))
        .get("/api/v1/tasks?state=done&limit=1")
        .then()
        .body("tasks.subject", contains("incident/" + j1));
  }

  @Test
  void what_was_done_stays_as_it_was_written() {
    assertThatThrownBy(() -> office.texts("update task_entry set text = 'x' returning text"))
        .hasMessageContaining("stays as it was written");
    assertThatThrownBy(() -> office.texts("delete from task_entry returning text"))
        .hasMessageContaining("stays as it was written");
  }

  private static RequestSpecification o2() {
    return as("O2", "D0102", "officer");
  }

  private List<ConsumerRecord<byte[], byte[]>> published(int wanted) {
    return new Topic(brokers, "notice-events")
        .read(wanted, one -> new String(one.key(), StandardCharsets.UTF_8).equals("J-" + j1));
  }

  private ValidatableResponse answer(RequestSpecification who, Map<String, String> answers) {
    return who.contentType("application/json")
        .body(Map.of("answers", answers))
        .post("/api/v1/tasks/" + id + "/answers")
        .then();
  }

  private ValidatableResponse attempt(String outcome) {
    return c1().contentType("application/json")
        .body(Map.of("outcome", outcome, "text", "中午"))
        .post("/api/v1/tasks/" + id + "/attempts")
        .then();
  }

  private ValidatableResponse giveUp(String reason) {
    return c1().contentType("application/json")
        .body(Map.of("reason", reason))
        .post("/api/v1/tasks/" + id + "/unreachable")
        .then();
  }
}
