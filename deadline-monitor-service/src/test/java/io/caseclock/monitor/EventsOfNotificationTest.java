package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.CaseEventWire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices, plans and the answers of tasks are timed like anything else. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class EventsOfNotificationTest {

  private static final String NOTIFICATION = "urn:caseclock:notification";

  @Inject MonitorTestBench bench;

  @BeforeEach
  void aBureauInSummer() {
    bench.clock().set("2026-07-10T02:00:00Z");
    bench.aSmallBureau();
  }

  @Test
  void a_bad_call_back_meets_its_deadline_and_begins_the_rework_and_the_audit_agrees() {
    var caseId = bench.aNewCase();
    var incident = new Subject("incident", caseId);
    var entered =
        bench.event(
            caseId, incident, "incident-feedback-entered", "2026-07-09T02:00:00Z", Map.of());
    bench.send(entered);
    bench.awaitEvaluated(entered);
    told(caseId, incident, "incident-callback-done", "2026-07-10T01:00:00Z", Map.of());
    var last =
        told(caseId, incident, "incident-callback-unsatisfied", "2026-07-10T01:00:00Z", Map.of());
    bench.awaitEvaluated(last);

    deadlines(caseId)
        .body("deadlines.find { it.rule == 'incident-callback' }.status", equalTo("met"))
        .body("deadlines.find { it.rule == 'incident-callback' }.dueOn", equalTo("2026-07-10"))
        .body(
            "deadlines.find { it.rule == 'incident-callback' }.source",
            equalTo("urn:precinct:x0101"))
        .body("deadlines.find { it.rule == 'incident-callback-rework' }.status", equalTo("running"))
        .body(
            "deadlines.find { it.rule == 'incident-callback-rework' }.source",
            equalTo(NOTIFICATION));
    assertThat(bench.toldOf(caseId, 3))
        .filteredOn(event -> event instanceof DeadlineChanged)
        .map(event -> ((DeadlineChanged) event).deadline())
        .anyMatch(deadline -> NOTIFICATION.equals(deadline.source()))
        .anyMatch(deadline -> "urn:precinct:x0101".equals(deadline.source()));
    bench
        .asSupervisorOf("X01")
        .post("/api/v1/audit")
        .then()
        .statusCode(200)
        .body("differences.findAll { it.caseId == '" + caseId + "' }", empty());
  }

  @Test
  void a_returned_notice_needs_a_new_plan_which_the_former_report_does_not_fulfil() {
    var caseId = bench.aNewCase();
    var notice = new Subject("notice", "N-" + caseId);
    told(caseId, notice, "notice-issued", "2026-07-01T02:00:00Z", Map.of());
    told(caseId, notice, "notice-signed", "2026-07-01T03:00:00Z", Map.of());
    told(caseId, notice, "notice-planned", "2026-07-01T04:00:00Z", Map.of("on", "2026-07-04"));
    told(caseId, notice, "notice-rectified", "2026-07-03T02:00:00Z", Map.of());
    told(caseId, notice, "notice-returned", "2026-07-06T02:00:00Z", Map.of());
    bench.awaitEvaluated(
        told(caseId, notice, "notice-planned", "2026-07-06T03:00:00Z", Map.of("on", "2026-07-13")));

    deadlines(caseId)
        .body(
            "deadlines.findAll { it.rule == 'notice-plan' }.sort { it.startedAt }.status",
            contains("met", "running"))
        .body(
            "deadlines.findAll { it.rule == 'notice-plan' }.sort { it.startedAt }.dueAt",
            contains("2026-07-03T16:00:00Z", "2026-07-12T16:00:00Z"))
        .body(
            "deadlines.findAll { it.rule == 'notice-planning' }.sort { it.startedAt }.status",
            contains("met", "met"));
  }

  @Test
  void a_planned_day_counts_to_its_end_and_another_plan_takes_its_place() {
    var caseId = bench.aNewCase();
    var plan = new Subject("plan", "P-" + caseId);
    told(caseId, plan, "plan-made", "2026-07-08T02:00:00Z", Map.of("on", "2026-07-12"));
    bench.awaitEvaluated(
        told(caseId, plan, "plan-made", "2026-07-09T02:00:00Z", Map.of("on", "2026-07-15")));

    deadlines(caseId)
        .body(
            "deadlines.findAll { it.rule == 'plan-date' }.sort { it.startedAt }.status",
            contains("cancelled", "running"))
        .body(
            "deadlines.find { it.rule == 'plan-date' && it.status == 'running' }.dueOn",
            equalTo("2026-07-14"))
        .body(
            "deadlines.find { it.rule == 'plan-date' && it.status == 'running' }.dueAt",
            equalTo("2026-07-14T16:00:00Z"));
  }

  private ValidatableResponse deadlines(String caseId) {
    return bench
        .asSupervisorOf("X01")
        .get("/api/v1/cases/{id}/deadlines", caseId)
        .then()
        .statusCode(200);
  }

  private CaseEvent told(
      String caseId, Subject subject, String type, String at, Map<String, Object> data) {
    var event =
        new CaseEvent(
            new EventId(NOTIFICATION, UUID.randomUUID().toString()),
            type,
            subject,
            caseId,
            Instant.parse(at),
            bench.clock().instant(),
            null,
            "X0101",
            "O1",
            data);
    bench.sendRaw("notice-events", CaseEventWire.write(event));
    return event;
  }
}
