package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two stations side by side: neither changes or reads the other's cases, until one is handed over.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class NeighbourIT {

  private static final String HANDLING = "public-security-case-handling";
  private static final String STATION = Roster.STATION;
  private static final String NEIGHBOUR = Roster.OTHER_STATION;

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @Test
  void a_neighbour_changes_nothing_of_a_case_whatever_it_posts() {
    var subject = "case/" + filed("A9901NEIGHBOUR001");
    var before = handling("A9901NEIGHBOUR001");

    refused(neighbour("n-1-decision", "decision-made", subject, Map.of()), "/subject");
    refused(neighbour("n-1-withdrawn", "case-withdrawn", subject, Map.of()), "/subject");
    refused(
        neighbour(
            "n-1-extension",
            "extension-approved",
            subject,
            Map.of("rule", HANDLING, "adds", "P30D", "level", "county")),
        "/subject");
    refused(
        neighbour(
            "n-1-finding",
            "finding-recorded",
            "person/n-1",
            Map.of(
                "caseId", "A9901NEIGHBOUR001",
                "element", "case",
                "provision", "示例规定 第一条",
                "text", "示例问题")),
        "/data/caseId");

    assertThat(handling("A9901NEIGHBOUR001")).isEqualTo(before);
    assertThat(suite.notices("A9901NEIGHBOUR001")).isEmpty();
  }

  @Test
  void a_neighbour_reads_nothing_of_a_case_at_any_time_past_or_present() {
    filed("A9901NEIGHBOUR002");
    var path = "/api/v1/cases/A9901NEIGHBOUR002/deadlines";
    var deadline = handling("A9901NEIGHBOUR002").path("id").asText();

    for (var asked :
        List.of(
            path,
            path + "?asOf=" + suite.now(),
            path + "?knownAt=" + suite.now(),
            "/api/v1/deadlines/" + deadline,
            "/api/v1/deadlines/" + deadline + "/explanation")) {
      assertThat(suite.monitorAs(NEIGHBOUR, asked).status()).as(asked).isIn(403, 404);
    }
    assertThat(suite.monitorAs(NEIGHBOUR, "/api/v1/deadlines?limit=500").body().toString())
        .doesNotContain("A9901NEIGHBOUR002");
    assertThat(suite.monitorAs(STATION, path + "?asOf=" + suite.now()).status()).isEqualTo(200);
  }

  @Test
  void what_a_stranger_told_before_the_case_was_opened_has_no_effect_and_becomes_a_finding() {
    var subject = "case/A9901NEIGHBOUR003";
    var told = neighbour("n-3-early", "decision-made", subject, Map.of());
    assertThat(told.status()).isEqualTo(202);

    filed("A9901NEIGHBOUR003");

    assertThat(handling("A9901NEIGHBOUR003").path("status").asText()).isEqualTo("running");
    var finding =
        suite
            .until(
                () -> suite.letters(Roster.LEGAL_OFFICER, "finding", "A9901NEIGHBOUR003"),
                letters -> !letters.isEmpty())
            .getFirst();
    assertThat(finding.toString()).contains(NEIGHBOUR);
    var path = "/api/v1/cases/A9901NEIGHBOUR003/deadlines";
    var read = suite.monitorAs(NEIGHBOUR, path + "?asOf=" + suite.now());
    assertThat(read.body().path("deadlines")).as("%s", read).isEmpty();
  }

  @Test
  void a_case_that_is_handed_over_is_changed_and_seen_by_its_new_unit() {
    var caseId = "A9901NEIGHBOUR004";
    var subject = "case/" + filed(caseId);
    var path = "/api/v1/cases/" + caseId + "/deadlines";
    refused(neighbour("n-4-grab", "case-assigned", subject, handOver()), "/subject");

    var given = CloudEvents.of(STATION, "n-4-given", "case-assigned", subject, now(), handOver());
    assertThat(suite.postAs(STATION, given).status()).isEqualTo(202);
    suite.until(() -> suite.monitorAs(NEIGHBOUR, path), answer -> answer.status() == 200);

    assertThat(handling(caseId).path("unit").asText()).isEqualTo(NEIGHBOUR);
    suite.fastForward(Duration.ofHours(1));
    var late = CloudEvents.of(STATION, "n-4-late", "decision-made", subject, now(), Map.of());
    refused(suite.postAs(STATION, late), "/subject");
    var done = neighbour("n-4-done", "decision-made", subject, Map.of());
    assertThat(done.status()).isEqualTo(202);
    suite.untilDeadline(caseId, HANDLING, "met");
  }

  @Test
  void a_neighbour_neither_takes_an_id_of_another_source_first_nor_takes_its_event_back() {
    var subject = "case/A9901NEIGHBOUR005";
    var id = "A9901NEIGHBOUR005-filed";
    var first = CloudEvents.of(STATION, id, "case-filed", subject, now(), Map.of());
    refused(suite.postAs(NEIGHBOUR, first), "/source");
    Map<String, Object> takenBack =
        Map.of("source", CloudEvents.PRECINCT, "id", id, "reason", "示例撤回");
    assertThat(neighbour("n-5-back", "event-withdrawn", subject, takenBack).status())
        .isEqualTo(403);

    filed("A9901NEIGHBOUR005");

    assertThat(neighbour("n-5-back-again", "event-withdrawn", subject, takenBack).status())
        .isEqualTo(403);
    assertThat(handling("A9901NEIGHBOUR005").path("status").asText()).isEqualTo("running");
  }

  private static Map<String, Object> handOver() {
    return Map.of("unit", NEIGHBOUR, "officer", "P990201", "reason", "示例移交");
  }

  /** The station files a case; its handling period runs when this returns. */
  private String filed(String caseId) {
    var id = caseId + "-filed";
    var event = CloudEvents.of(STATION, id, "case-filed", "case/" + caseId, now(), officer());
    assertThat(suite.postAs(STATION, event).status()).isEqualTo(202);
    suite.untilDeadline(caseId, HANDLING, "running");
    return caseId;
  }

  private static Map<String, Object> officer() {
    return Map.of("officer", Roster.OFFICER);
  }

  private Answer neighbour(String id, String type, String subject, Map<String, Object> data) {
    return suite.postAs(NEIGHBOUR, CloudEvents.of(NEIGHBOUR, id, type, subject, now(), data));
  }

  private Instant now() {
    return suite.now();
  }

  private JsonNode handling(String caseId) {
    return suite.deadline(caseId, HANDLING);
  }

  private static void refused(Answer answer, String pointer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(403);
    assertThat(answer.text("type")).endsWith(":not-allowed");
    assertThat(answer.body().path("violations").findValuesAsText("pointer")).contains(pointer);
  }
}
