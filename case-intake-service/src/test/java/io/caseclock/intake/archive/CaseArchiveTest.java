package io.caseclock.intake.archive;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.archive.jdbc.ArchivePart;
import io.caseclock.intake.IntakeDoor;
import io.caseclock.intake.archive.jdbc.IntakeParts;
import io.caseclock.testsupport.CaseTables;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.ReadArchive;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class CaseArchiveTest {

  private static final String PATH = "/api/v1/cases/{case}/archive";

  @Inject DataSource dataSource;

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void no_table_that_holds_something_about_a_case_is_left_out() throws SQLException {
    assertThat(CaseTables.of(dataSource))
        .contains("journal", "event_conflict", "case_tenure")
        .allMatch(table -> ArchivePart.read(IntakeParts.ALL, table));
  }

  @Test
  void an_archive_holds_the_events_of_the_case_and_what_conflicted_with_their_hashes()
      throws IOException {
    var event = caseFiled();
    var caseId = event.get("subject").toString().substring("case/".length());
    post(event).statusCode(202);
    event.put("time", "2026-03-02T10:30:00+08:00");
    post(event).statusCode(409);
    post(caseFiled()).statusCode(202);

    var archive = ReadArchive.of(archive(caseId));

    assertThat(archive.lines("about.json"))
        .singleElement()
        .asString()
        .contains("\"caseId\":\"" + caseId + "\"", "\"service\":\"case-intake-service\"");
    assertThat(archive.lines("events.ndjson"))
        .as("the event, and the finding about the conflict")
        .hasSize(2)
        .first()
        .asString()
        .contains("\"event_id\": \"" + event.get("id") + "\"", "2026-03-02T01:30:00+00:00");
    assertThat(archive.lines("conflicts.ndjson")).hasSize(1);
    assertThat(archive.lines("tenures.ndjson")).hasSize(1);
    assertThat(archive.sums()).isEqualTo(archive.expectedSums()).hasSizeGreaterThan(5);
  }

  @Test
  void the_download_is_in_the_next_one() throws IOException {
    var event = caseFiled();
    var caseId = event.get("subject").toString().substring("case/".length());
    post(event).statusCode(202);
    archive(caseId);

    await()
        .untilAsserted(
            () ->
                assertThat(ReadArchive.of(archive(caseId)).lines("audit-log.ndjson"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("GET /api/v1/cases/")));
  }

  @Test
  void a_case_that_nobody_told_of_has_none() {
    as("auditor", "D01").get(PATH, "A-nobody").then().statusCode(404);
  }

  @Test
  void what_is_no_identifier_is_refused_with_a_pointer() {
    as("auditor", "D01")
        .get(PATH, "A ")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/caseId"));
  }

  @ParameterizedTest
  @CsvSource({"auditor, D0101", "supervisor, D01", "precinct-system, D01"})
  void only_whoever_watches_over_all_units_gets_one(String role, String unit) {
    var event = caseFiled();
    post(event).statusCode(202);
    as(role, unit)
        .get(PATH, event.get("subject").toString().substring("case/".length()))
        .then()
        .statusCode(403);
  }

  private static byte[] archive(String caseId) {
    var answer = as("auditor", "D01").get(PATH, caseId);
    answer
        .then()
        .statusCode(200)
        .headers(
            Map.of(
                "Content-Type",
                "application/zip",
                "Content-Disposition",
                "attachment; filename=\"case-intake-service-archive.zip\""));
    return answer.asByteArray();
  }
}
