package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Posting;
import io.caseclock.contract.Subject;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changes a case and who sees it, over the real servers. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class CaseChangesHandsTest {

  private static final String PATH = "/api/v1/cases/{id}/deadlines";

  @Inject MonitorTestBench bench;
  private String caseId = "";

  @BeforeEach
  void aCaseOfStationA() {
    bench.clock().set("2026-03-02T02:00:00Z");
    bench.aSmallBureau();
    caseId = bench.aNewCase();
    tells("X0101", "X0101", "case-filed", "2026-03-02T02:00:00Z", Map.of());
  }

  private CaseEvent tells(
      String by, String unit, String type, String at, Map<String, Object> data) {
    var event =
        new CaseEvent(
            new EventId("urn:precinct:" + by, UUID.randomUUID().toString()),
            type,
            Subject.ofCase(caseId),
            caseId,
            Instant.parse(at),
            bench.clock().instant(),
            null,
            unit,
            "O-" + unit,
            new Posting(by, "station", false, "/X01/" + unit + "/"),
            data);
    bench.send(event);
    bench.awaitEvaluated(event);
    return event;
  }

  @Test
  void a_neighbours_event_has_no_effect_is_a_finding_once_and_opens_no_sight() {
    for (var hour : new String[] {"03", "04"}) {
      tells("X0102", "X0102", "decision-made", "2026-03-02T" + hour + ":00:00Z", Map.of());
    }

    bench
        .asSupervisorOf("X0101")
        .get(PATH, caseId)
        .then()
        .statusCode(200)
        .body("deadlines.status", not(Matchers.hasItem("met")));
    bench.asSupervisorOf("X0102").get(PATH, caseId).then().statusCode(404);
    bench
        .asSupervisorOf("X0102")
        .queryParam("asOf", "2026-03-03T00:00:00Z")
        .get(PATH, caseId)
        .then()
        .statusCode(404);
    var findings =
        bench.toldOf(caseId, 2).stream()
            .filter(FindingRaised.class::isInstance)
            .map(FindingRaised.class::cast)
            .filter(finding -> finding.cause().equals("not-the-owner"))
            .toList();
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().unit()).isEqualTo("X0101");
  }

  @Test
  void after_a_hand_over_the_new_unit_sees_all_and_the_former_one_nothing_that_is_not_its_own() {
    tells("X0101", "X0102", "case-assigned", "2026-03-02T03:00:00Z", Map.of("reason", "fictional"));

    bench
        .asSupervisorOf("X0102")
        .get(PATH, caseId)
        .then()
        .statusCode(200)
        .body("deadlines", not(empty()))
        .body("deadlines.unit", everyItem(Matchers.equalTo("X0102")));
    bench
        .asSupervisorOf("X0102")
        .queryParam("asOf", "2026-03-02T02:30:00Z")
        .get(PATH, caseId)
        .then()
        .statusCode(200)
        .body("deadlines", not(empty()));
    bench
        .asSupervisorOf("X0101")
        .get(PATH, caseId)
        .then()
        .statusCode(200)
        .body("deadlines", empty());
    bench
        .asSupervisorOf("X0101")
        .queryParam("case", caseId)
        .get("/api/v1/deadlines")
        .then()
        .statusCode(200)
        .body("deadlines", empty());
  }

  @Test
  void who_was_responsible_on_any_day_can_be_asked() {
    tells("X0101", "X0102", "case-assigned", "2026-03-02T03:00:00Z", Map.of("reason", "fictional"));

    bench
        .asSupervisorOf("X0102")
        .get("/api/v1/cases/{case}/tenures", caseId)
        .then()
        .statusCode(200)
        .body("tenures.unit", Matchers.contains("X0101", "X0102"))
        .body("tenures.until", Matchers.contains("2026-03-02T03:00:00Z", null))
        .body("tenures.reason", Matchers.contains(null, "fictional"));
    bench
        .asSupervisorOf("X0102")
        .queryParam("at", "2026-03-02T02:59:59Z")
        .get("/api/v1/cases/{case}/tenures", caseId)
        .then()
        .statusCode(200)
        .body("tenures.unit", Matchers.contains("X0101"));
    bench
        .asSupervisorOf("X0101")
        .get("/api/v1/cases/{case}/tenures", caseId)
        .then()
        .statusCode(404);
  }

  @Test
  void an_open_deadline_that_goes_over_is_told_as_reassigned() {
    tells("X0101", "X0102", "case-assigned", "2026-03-02T03:00:00Z", Map.of("reason", "fictional"));

    assertThat(bench.toldOf(caseId, 2))
        .filteredOn(DeadlineChanged.class::isInstance)
        .extracting(event -> (DeadlineChanged) event)
        .filteredOn(event -> event.deadline().rule().equals("public-security-case-handling"))
        .extracting(event -> event.change() + " " + event.deadline().officer())
        .containsExactly("OPENED O-X0101", "REASSIGNED O-X0102");
  }
}
