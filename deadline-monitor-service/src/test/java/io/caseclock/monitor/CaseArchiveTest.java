package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.archive.jdbc.ArchivePart;
import io.caseclock.monitor.archive.jdbc.MonitorParts;
import io.caseclock.testsupport.CaseTables;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.ReadArchive;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class CaseArchiveTest {

  @Inject MonitorTestBench bench;
  @Inject DataSource dataSource;

  @BeforeEach
  void aBureau() {
    bench.clock().set("2026-03-20T02:00:00Z");
    bench.aSmallBureau();
  }

  @Test
  void no_table_that_holds_something_about_a_case_is_left_out() throws SQLException {
    assertThat(CaseTables.of(dataSource))
        .contains("case_event", "deadline", "alarm", "finding", "list_meeting_row")
        .allMatch(table -> ArchivePart.read(MonitorParts.ALL, table));
  }

  @Test
  void an_archive_holds_what_happened_and_what_is_due_from_it() throws IOException {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-19T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);

    var archive = ReadArchive.of(archive("X01", caseId).asByteArray());

    assertThat(archive.lines("events.ndjson")).isNotEmpty();
    assertThat(archive.lines("case.ndjson")).hasSize(1);
    assertThat(archive.lines("deadlines.ndjson"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("\"case_id\": \"" + caseId + "\""));
    assertThat(archive.lines("alarms.ndjson")).isNotEmpty();
    assertThat(archive.lines("effects.ndjson")).isNotEmpty();
    assertThat(archive.sums()).isEqualTo(archive.expectedSums());
  }

  @Test
  void a_case_that_nobody_told_of_has_none_and_a_station_gets_none() {
    archive("X01", bench.aNewCase()).then().statusCode(404);
    archive("X0101", bench.aNewCase()).then().statusCode(403);
  }

  private static Response archive(String unit, String caseId) {
    return RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("auditor").unit(unit).sign())
        .get("/api/v1/cases/{case}/archive", caseId);
  }
}
