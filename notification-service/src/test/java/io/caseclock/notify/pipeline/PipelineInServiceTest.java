package io.caseclock.notify.pipeline;

import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.changed;
import static io.caseclock.notify.Office.consumed;
import static io.caseclock.notify.Office.deadline;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.s1;
import static io.caseclock.notify.Office.warning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.caseclock.contract.DeadlineEvent.Change;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.notify.Office;
import io.caseclock.notify.notice.kafka.DeadlineEventsConsumer;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class PipelineInServiceTest {

  @Inject Office office;
  @Inject DeadlineEventsConsumer deadlineEvents;

  @BeforeEach
  void open() {
    office.open();
  }

  private void breaches(int count) {
    deadlineEvents.take(
        IntStream.range(0, count).mapToObj(n -> consumed(breachOf("D" + n))).toList());
  }

  private List<String> messages(String person) {
    return office.texts(
        "select messages || ' ' || kind from inbox_entry where person = ? order by seq", person);
  }

  @Test
  void a_thousand_breaches_at_one_instant_are_one_message_for_each_person() {
    breaches(1_000);
    office.settle();

    assertThat(messages("L1")).containsExactly("1000 breach");
    assertThat(messages("O1")).containsExactly("2000 breach");
  }

  @Test
  void the_inbox_shows_the_first_messages_of_a_large_message_and_counts_all() {
    breaches(30);
    office.settle();

    l1().get("/api/v1/inbox")
        .then()
        .body("messages", hasSize(1))
        .body("messages[0].count", equalTo(30))
        .body("messages[0].letters", hasSize(20))
        .body("messages[0].title.zh", equalTo("30 条消息，最高等级：重要"));
  }

  @Test
  void two_replicas_that_sort_at_once_lose_nothing_and_double_nothing() throws Exception {
    breaches(200);
    var now = Instant.now();
    List<Callable<Integer>> replicas =
        IntStream.range(0, 4)
            .<Callable<Integer>>mapToObj(
                n ->
                    () -> {
                      office.runPipeline(now);
                      return n;
                    })
            .toList();

    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var done : threads.invokeAll(replicas)) {
        done.get();
      }
    }
    office.settle();

    assertThat(office.texts("select sum(messages) from inbox_entry where person = 'L1'"))
        .containsExactly("200");
    assertThat(office.texts("select count(*) from inbox_entry where person = 'L1'"))
        .containsExactly("1");
    assertThat(office.texts("select message_id from message_recipient where state = 'waiting'"))
        .isEmpty();
  }

  @Test
  void what_was_overtaken_before_it_was_sorted_is_never_sent() {
    deadlineEvents.take(
        List.of(
            consumed(warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P1D")),
            consumed(changed(Change.MOVED, deadline("D1", 2, DeadlineStatus.RUNNING, "O1")))));
    office.settle();

    assertThat(messages("O1")).isEmpty();
    assertThat(office.texts("select distinct state || ' ' || reason from message_recipient"))
        .containsExactly("dropped inhibited");
  }

  @Test
  void what_was_delivered_and_then_overtaken_is_marked() {
    office.hears(warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P1D"));
    office.hears(changed(Change.MOVED, deadline("D1", 2, DeadlineStatus.RUNNING, "O1")));

    l1().get("/api/v1/inbox")
        .then()
        .body("messages[0].superseded", equalTo(true))
        .body("messages[0].letters[0].supersededReason", equalTo("moved"));
    l1().get("/api/v1/inbox?unread=true").then().body("messages", empty());
  }

  @Test
  void a_silence_needs_a_second_person_and_ends_with_what_it_held_back() {
    var id = proposed("L1's unit is moving house");
    l1().post("/api/v1/silences/" + id + "/approve").then().statusCode(403);
    s1().post("/api/v1/silences/" + id + "/approve")
        .then()
        .statusCode(200)
        .body("standing", equalTo("in-force"));
    s1().post("/api/v1/silences/" + id + "/approve").then().statusCode(409);

    office.hears(warning(deadline("D1", 1, DeadlineStatus.RUNNING, "O1"), "before-P1D"));
    assertThat(messages("O1")).isEmpty();

    s1().post("/api/v1/silences/" + id + "/end").then().statusCode(200);
    office.settle();
    assertThat(messages("O1")).containsExactly("1 warning");
  }

  @Test
  void a_refused_silence_says_of_what_kind_the_refusal_is() {
    refused("{\"unit\":\"D0102\",\"reason\":\"x\"}", 400);
    refused("{\"unit\":\"D0102\",\"reason\":\" \",\"until\":\"2099-01-01T00:00:00Z\"}", 400);
    refused(everything("2099-01-01T00:00:00Z"), 422);
    refused(
        """
        {"unit":"D0102","everything":true,"reason":"x","from":"+999999999-01-01T00:00:00Z",
         "until":"+999999999-01-02T00:00:00Z"}
        """,
        400);
    refused(body("D0103", "x"), 404);
    refusedSilence("", "kind, severity, list, rule and caseId");
    refusedSilence("\"everything\":true,\"kind\":\"warning\",", "not both");
    refusedSilence(
        "\"kind\":\"nonsense\",", "kind is one of breach, finding, lapse, notice, task, warning");
    assertThat(office.text("select count(*) from silence")).isEqualTo("0");
  }

  private static void refusedSilence(String members, String detail) {
    l1().contentType(ContentType.JSON)
        .body(body("D0102", "x").replace("\"everything\":true,", members))
        .post("/api/v1/silences")
        .then()
        .statusCode(400)
        .body("detail", containsString(detail));
  }

  private static String everything(String until) {
    return "{\"unit\":\"D0102\",\"everything\":true,\"reason\":\"x\",\"until\":\"" + until + "\"}";
  }

  private static void refused(String body, int status) {
    l1().contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/silences")
        .then()
        .statusCode(status);
  }

  private static String proposed(String reason) {
    return l1().contentType(ContentType.JSON)
        .body(body("D0102", reason))
        .post("/api/v1/silences")
        .then()
        .statusCode(201)
        .body("standing", equalTo("proposed"))
        .extract()
        .path("id");
  }

  private static String body(String unit, String reason) {
    return "{\"unit\":\"%s\",\"everything\":true,\"reason\":\"%s\",\"until\":\"%s\"}"
        .formatted(unit, reason, Instant.now().plus(Duration.ofDays(1)));
  }
}
