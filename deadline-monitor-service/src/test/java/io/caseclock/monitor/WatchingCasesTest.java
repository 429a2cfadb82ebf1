package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.job.AuditJob;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.wire.WireRecord;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "monitor"),
      @ResourceArg(name = "owner", value = "other")
    })
class WatchingCasesTest {

  private static final String HANDLING = "public-security-case-handling";
  private static final String PATH = "/api/v1/cases/{id}/deadlines";

  @Inject MonitorTestBench bench;
  @Inject AuditJob audit;
  @Inject DataSource dataSource;

  @BeforeEach
  void aBureauOnASpringMorning() {
    bench.clock().set("2026-03-02T02:00:00Z");
    bench.aSmallBureau();
  }

  @Test
  void a_filed_case_has_a_handling_deadline_with_its_last_lawful_day() {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());

    bench.send(filed);
    bench.awaitEvaluated(filed);

    bench
        .asSupervisorOf("X01")
        .get(PATH, caseId)
        .then()
        .statusCode(200)
        .body("unverified", nullValue())
        .body("deadlines.rule", hasItem(HANDLING))
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.status", equalTo("running"))
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.dueOn", equalTo("2026-04-01"))
        .body(
            "deadlines.find { it.rule == '" + HANDLING + "' }.dueAt",
            equalTo("2026-04-01T16:00:00Z"));
  }

  @Test
  void a_case_of_another_station_is_not_there_for_this_one() {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);

    bench.asSupervisorOf("X0102").get(PATH, caseId).then().statusCode(404);
    bench
        .asSupervisorOf("X0102")
        .get("/api/v1/deadlines?limit=500")
        .then()
        .body("deadlines.caseId", not(hasItem(caseId)));
    bench.asSupervisorOf("X0101").get(PATH, caseId).then().statusCode(200);
  }

  @Test
  void nobody_without_a_token_gets_an_answer() {
    RestAssured.get(PATH, "A1")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:caseclock:problem:not-signed-in"));
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("auditor").sign())
        .get(PATH, "A1")
        .then()
        .statusCode(403);
  }

  @Test
  void the_same_event_delivered_three_times_has_one_effect() {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    var last =
        bench.event(
            caseId,
            "facts-stated",
            "2026-03-02T02:01:00Z",
            Map.of("facts", Map.of("hasVictim", true)));

    bench.send(filed, filed, filed, last);
    bench.awaitEvaluated(last);

    var opened =
        bench.toldOf(caseId, 1).stream().filter(e -> e.type().equals("deadline-opened")).toList();
    assertThat(opened).extracting(DeadlineEvent::id).doesNotHaveDuplicates();
    bench
        .asSupervisorOf("X01")
        .queryParam("source", filed.eventId().source())
        .queryParam("id", filed.eventId().id())
        .get("/api/v1/effects")
        .then()
        .statusCode(200)
        .body("deadlines.findAll { it.rule == '" + HANDLING + "' }.change", contains("opened"));
  }

  @Test
  void warnings_and_the_breach_are_told_once_each_and_only_the_gravest_after_a_pause() {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);

    bench.clock().set("2026-03-30T16:00:00Z");
    bench.sweep();
    bench.sweep();
    bench.clock().set("2026-04-01T16:00:00Z");
    bench.sweep();
    bench.sweep();

    var alarms = alarms(caseId, 3);
    assertThat(alarms)
        .extracting(DeadlineAlarm::stage)
        .containsExactly("before-3-working-days", "breach");
    assertThat(alarms.getLast().deadline().trace()).isNotEmpty();
    assertThat(alarms.getLast().deadline().breachPolicy()).isEqualTo("notice");
    bench
        .asSupervisorOf("X01")
        .get("/api/v1/deadlines?status=breached&case=" + caseId)
        .then()
        .body("deadlines.rule", contains(HANDLING));
  }

  @Test
  void an_act_in_time_that_is_entered_late_is_met_with_late_data() {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
    bench.clock().set("2026-04-03T02:00:00Z");
    bench.sweep();

    var decided = bench.event(caseId, "decision-made", "2026-04-01T15:59:59Z", Map.of());
    bench.send(decided);
    bench.awaitEvaluated(decided);

    bench
        .asSupervisorOf("X01")
        .get(PATH, caseId)
        .then()
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.status", equalTo("met"))
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.lateData", equalTo(true));
    assertThat(bench.toldOf(caseId, 3)).extracting(DeadlineEvent::type).contains("deadline-met");
    bench
        .asSupervisorOf("X01")
        .get(PATH + "?asOf=2026-04-02T02:00:00Z&knownAt=2026-04-02T02:00:00Z", caseId)
        .then()
        .statusCode(200)
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.status", equalTo("breached"));
  }

  @Test
  void a_withdrawn_start_cancels_what_it_opened() {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    var withdrawn =
        bench.event(
            caseId,
            "event-withdrawn",
            "2026-03-02T03:00:00Z",
            Map.of(
                "source", filed.eventId().source(), "id", filed.eventId().id(), "reason", "error"));
    bench.send(filed, withdrawn);
    bench.awaitEvaluated(withdrawn);

    bench
        .asSupervisorOf("X01")
        .get("/api/v1/deadlines?status=running,breached,paused&case=" + caseId)
        .then()
        .body("deadlines.size()", equalTo(0));
  }

  @Test
  void the_explanation_reproduces_the_stored_hash() {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
    var id =
        bench
            .asSupervisorOf("X01")
            .get(PATH, caseId)
            .path("deadlines.find { it.rule == '" + HANDLING + "' }.id")
            .toString();

    bench
        .asSupervisorOf("X01")
        .get("/api/v1/deadlines/{id}/explanation", id)
        .then()
        .statusCode(200)
        .body("reproduced", equalTo(true))
        .body("trace.kind", contains("start", "period"));
  }

  @Test
  void a_release_ends_one_person_s_periods_and_nobody_else_s() {
    var caseId = bench.aNewCase();
    var first = new Subject("person", "P-1");
    var second = new Subject("person", "P-2");
    var arrived = bench.event(caseId, first, "suspect-arrived", "2026-03-02T02:00:00Z", Map.of());
    var alsoArrived =
        bench.event(caseId, second, "suspect-arrived", "2026-03-02T02:00:00Z", Map.of());
    var left = bench.event(caseId, first, "suspect-left", "2026-03-02T04:00:00Z", Map.of());
    bench.send(arrived, alsoArrived, left);
    bench.awaitEvaluated(left);

    bench
        .asSupervisorOf("X01")
        .get("/api/v1/deadlines?status=running&rule=admin-inquiry-8h&case=" + caseId)
        .then()
        .body("deadlines.subject", contains("person/P-2"));
  }

  @Test
  void a_record_that_is_no_event_goes_to_the_dead_letters_and_the_stream_goes_on() {
    var caseId = bench.aNewCase();
    bench.sendRaw(
        "case-events",
        new WireRecord(
            caseId,
            Map.of("id", "1", "type", "case-filed"),
            "rubbish".getBytes(StandardCharsets.UTF_8)));
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);

    var letters = bench.records("case-events.monitor.dead-letter", caseId, 1);

    assertThat(letters).hasSize(1);
    assertThat(new String(letters.getFirst().value(), StandardCharsets.UTF_8)).isEqualTo("rubbish");
    assertThat(letters.getFirst().headers().lastHeader("reason").value())
        .isEqualTo("malformed".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_minimum_period_is_met_by_waiting_and_breached_by_acting_too_early() {
    var waited = bench.aNewCase();
    var hasty = bench.aNewCase();
    var published = bench.event(waited, "announcement-published", "2026-03-02T02:00:00Z", Map.of());
    var alsoPublished =
        bench.event(hasty, "announcement-published", "2026-03-02T02:00:00Z", Map.of());
    var ended = bench.event(hasty, "announcement-period-ended", "2026-03-12T02:00:00Z", Map.of());
    bench.send(published, alsoPublished, ended);
    bench.awaitEvaluated(ended);
    bench.awaitEvaluated(published);

    bench.clock().set("2026-06-02T02:00:00Z");
    bench.sweep();

    var path = "deadlines.find { it.rule == 'announcement-service' }.status";
    bench.asSupervisorOf("X01").get(PATH, waited).then().body(path, equalTo("met"));
    bench.asSupervisorOf("X01").get(PATH, hasty).then().body(path, equalTo("cut-short"));
    assertThat(bench.toldOf(hasty, 2))
        .extracting(DeadlineEvent::type)
        .contains("deadline-breached");
  }

  @Test
  void a_breach_that_was_over_before_it_was_learned_of_is_counted_and_not_pushed() {
    var caseId = bench.aNewCase();
    bench.clock().set("2026-05-02T02:00:00Z");
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
    bench.sweep();
    var decided = bench.event(caseId, "decision-made", "2026-04-12T02:00:00Z", Map.of());
    bench.send(decided);
    bench.awaitEvaluated(decided);
    bench.clock().set("2026-05-02T03:00:00Z");
    bench.sweep();

    bench
        .asSupervisorOf("X01")
        .get(PATH, caseId)
        .then()
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.status", equalTo("met-late"));
    assertThat(alarms(caseId, 2)).isEmpty();
  }

  @Test
  void contradictory_events_mark_the_case_raise_one_finding_and_spoil_nothing_else() {
    var caseId = bench.aNewCase();
    var decided = bench.event(caseId, "decision-made", "2026-03-01T02:00:00Z", Map.of());
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    var more =
        bench.event(
            caseId,
            "facts-stated",
            "2026-03-02T02:30:00Z",
            Map.of("facts", Map.of("hasVictim", true)));
    bench.send(decided, filed);
    bench.awaitEvaluated(filed);
    bench.send(more);
    bench.awaitEvaluated(more);

    bench
        .asSupervisorOf("X01")
        .get(PATH, caseId)
        .then()
        .body("contradictions.size()", equalTo(1))
        .body("deadlines.find { it.rule == '" + HANDLING + "' }.status", equalTo("running"));
    assertThat(bench.toldOf(caseId, 3))
        .filteredOn(event -> event.type().equals("finding-raised"))
        .hasSize(1);
  }

  @Test
  void a_nightly_audit_that_differs_tells_a_supervisor() throws Exception {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
    try (var connection = dataSource.getConnection();
        var tamper =
            connection.prepareStatement(
                "update deadline set due_at = due_at + interval '1 day' where case_id = ?")) {
      tamper.setString(1, caseId);
      tamper.executeUpdate();
    }

    audit.run();

    assertThat(bench.toldOf(caseId, 2))
        .filteredOn(event -> event.type().equals("finding-raised"))
        .extracting(DeadlineEvent::id)
        .singleElement()
        .asString()
        .contains("audit");
    bench
        .asSupervisorOf("X01")
        .post("/api/v1/audit")
        .then()
        .statusCode(200)
        .body("differences.caseId", hasItem(caseId));
  }

  private List<DeadlineAlarm> alarms(String caseId, int atLeast) {
    return bench.toldOf(caseId, atLeast).stream()
        .filter(DeadlineAlarm.class::isInstance)
        .map(DeadlineAlarm.class::cast)
        .filter(alarm -> alarm.deadline().rule().equals(HANDLING))
        .toList();
  }
}
