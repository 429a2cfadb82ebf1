package io.caseclock.notify.notice.draft;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breach;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.notify.Office;
import io.caseclock.notify.notice.step.TakeStep;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices written by hand. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class DraftTest {

  private static final Map<String, String> FOUND =
      Map.of("element", "case-file", "provision", "示例规定 第二条", "text", "卷内缺页");

  @Inject Office office;
  @Inject TakeStep takeStep;
  @Inject InstantSource clock;

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void a_draft_is_written_changed_and_issued_with_a_number() {
    var draft = draft(s1(), List.of(), List.of(FOUND)).statusCode(201).extract();
    String id = draft.path("id");
    assertThat(draft.header("Location")).endsWith("/api/v1/notices/drafts/" + id);
    s1().get("/api/v1/notices/" + id).then().statusCode(404);
    l1().get("/api/v1/notices/drafts").then().body("drafts.id", contains(id));
    o1().get("/api/v1/notices/drafts").then().statusCode(403);
    as("L3", "D0103", "legal-officer").get("/api/v1/notices/drafts/" + id).then().statusCode(404);

    put(s1().header("If-Match", "\"2\""), id, List.of(FOUND)).statusCode(412);
    put(s1().header("If-Match", "\"1\""), id, List.of(FOUND, FOUND))
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("found", hasSize(2));

    s1().post("/api/v1/notices/" + id + "/issue")
        .then()
        .statusCode(201)
        .body("id", equalTo(id))
        .body("number", endsWith("1号"))
        .body("state", equalTo("delivered"));
    s1().get("/api/v1/notices/" + id).then().body("faults", hasSize(2));
    assertThat(office.texts("select id from notice_draft")).isEmpty();
  }

  @Test
  void a_draft_is_discarded_and_gone() {
    String id = draft(l1(), List.of(), List.of(FOUND)).extract().path("id");

    l1().header("If-Match", "\"7\"").delete("/api/v1/notices/drafts/" + id).then().statusCode(412);
    l1().delete("/api/v1/notices/drafts/" + id).then().statusCode(204);
    l1().delete("/api/v1/notices/drafts/" + id).then().statusCode(404);
    l1().post("/api/v1/notices/" + id + "/issue").then().statusCode(404);
  }

  @Test
  void of_two_who_issue_a_draft_at_once_the_second_sees_the_first() throws Exception {
    String id = draft(s1(), List.of(), List.of(FOUND)).extract().path("id");
    Callable<Response> one = () -> s1().post("/api/v1/notices/" + id + "/issue");
    Callable<Response> two = () -> l1().post("/api/v1/notices/" + id + "/issue");

    List<Response> answers;
    try (var threads = Executors.newFixedThreadPool(2)) {
      var both = threads.invokeAll(List.of(one, two));
      answers = List.of(both.get(0).get(), both.get(1).get());
    }

    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
    var first = answers.get(0).statusCode() == 201 ? "S1" : "L1";
    var second = answers.get(answers.get(0).statusCode() == 201 ? 1 : 0);
    second
        .then()
        .body("notice", equalTo(id))
        .body("by", equalTo(first))
        .body("step", equalTo("issued"));
    assertThat(office.texts("select serial::text from notice")).containsExactly("1");
  }

  @Test
  void numbers_have_no_gaps_when_drafts_are_issued_at_once() throws Exception {
    var issues =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(
                n -> {
                  String id = draft(s1(), List.of(), List.of(FOUND)).extract().path("id");
                  return () -> s1().post("/api/v1/notices/" + id + "/issue").statusCode();
                })
            .toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var done : threads.invokeAll(issues)) {
        assertThat(done.get()).isEqualTo(201);
      }
    }
    assertThat(office.texts("select n.serial::text from notice n order by n.serial"))
        .isEqualTo(IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList());
  }

  @Test
  void one_notice_covers_several_breaches_with_the_trace_of_each() {
    office.hears(escalated("D1"), escalated("D2"));
    String id = draft(s1(), List.of("D1", "D2"), List.of(FOUND)).extract().path("id");
    s1().post("/api/v1/notices/" + id + "/issue").then().statusCode(201);

    s1().get("/api/v1/notices?deadline=D2").then().body("notices.id", contains(id));
    s1().get("/api/v1/notices/" + id + "/document.html")
        .then()
        .body(containsString("受案之日不计"), containsString("卷内缺页"), containsString("共同原因"));
    draft(s1(), List.of("D2"), List.of()).statusCode(201);
    String second = draft(s1(), List.of("D2"), List.of()).extract().path("id");
    s1().post("/api/v1/notices/" + second + "/issue")
        .then()
        .statusCode(409)
        .body("notice", equalTo(id));
  }

  @Test
  void a_fault_that_proves_wrong_is_dropped_and_the_last_one_takes_the_notice_back() {
    office.hears(escalated("D1"), escalated("D2"));
    String id = draft(s1(), List.of("D1", "D2"), List.of()).extract().path("id");
    s1().post("/api/v1/notices/" + id + "/issue").then().statusCode(201);

    proveWrong("D1");
    s1().get("/api/v1/notices/" + id)
        .then()
        .body("state", equalTo("delivered"))
        .body("steps.last().step", equalTo("fault-dropped"))
        .body("steps.last().data.deadlineId", equalTo("D1"))
        .body("faults.findAll{it.droppedAt != null}.deadlineId", contains("D1"));
    proveWrong("D1");
    proveWrong("D2");
    s1().get("/api/v1/notices/" + id).then().body("state", equalTo("withdrawn"));
  }

  private void proveWrong(String deadlineId) {
    QuarkusTransaction.requiringNew()
        .run(() -> takeStep.proveWrong(deadlineId, new Names("按时", "in time"), clock.instant()));
  }

  @Test
  void a_draft_names_only_what_is_a_fault_of_its_unit_now() {
    draft(s1(), List.of("D1"), List.of()).statusCode(422).body("fault", equalTo("D1"));
    office.hears(escalated("D1"));
    String id = draft(s1(), List.of("D1"), List.of()).statusCode(201).extract().path("id");
    office.hears(changed(Change.MET, deadline("D1", 2, DeadlineStatus.MET, "O1")));
    s1().post("/api/v1/notices/" + id + "/issue").then().statusCode(422);

    draft(s1(), List.of(), List.of()).statusCode(422);
    draft(o1(), List.of(), List.of(FOUND)).statusCode(403);
    draft(as("L3", "D0103", "legal-officer"), List.of(), List.of(FOUND)).statusCode(422);
    draft(s1(), List.of(), List.of(Map.of("element", "case-file"))).statusCode(400);
  }

  private static DeadlineAlarm escalated(String deadlineId) {
    return breach(
        deadline(
            deadlineId,
            1,
            DeadlineStatus.BREACHED,
            "O1",
            new Subject("case", "A1"),
            "case",
            "escalate"));
  }

  private static ValidatableResponse draft(
      RequestSpecification caller, List<String> known, List<Map<String, String>> found) {
    return caller
        .contentType("application/json")
        .body(body(known, found))
        .post("/api/v1/notices")
        .then();
  }

  private static ValidatableResponse put(
      RequestSpecification caller, String id, List<Map<String, String>> found) {
    return caller
        .contentType("application/json")
        .body(body(List.of(), found))
        .put("/api/v1/notices/drafts/" + id)
        .then();
  }

  private static Map<String, Object> body(List<String> known, List<Map<String, String>> found) {
    return Map.of(
        "unit", "D0102",
        "officer", "O1",
        "caseId", "A1",
        "cause", "共同原因",
        "known", known,
        "found", found);
  }
}
