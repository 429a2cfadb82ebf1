package io.caseclock.notify.notice;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.o1;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.archive.jdbc.ArchivePart;
import io.caseclock.notify.Office;
import io.caseclock.notify.archive.jdbc.NotificationParts;
import io.caseclock.testsupport.CaseTables;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.ReadArchive;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class CaseArchiveTest {

  private static final byte[] EVIDENCE = "处理决定书已送达".getBytes(StandardCharsets.UTF_8);

  @Inject Office office;
  @Inject DataSource dataSource;

  @BeforeEach
  void open() {
    office.open();
  }

  @Test
  void no_table_that_holds_something_about_a_case_is_left_out() throws SQLException {
    assertThat(CaseTables.of(dataSource))
        .contains("notice", "notice_evidence", "message_recipient", "task_entry", "escalation_line")
        .allMatch(table -> ArchivePart.read(NotificationParts.ALL, table));
  }

  @Test
  void an_archive_holds_the_notice_with_its_evidence_and_who_was_told() throws IOException {
    office.hears(breachOf("D1"));
    var caseId = office.text("select case_id from notice");
    var notice = office.text("select id from notice");
    o1().contentType("application/json")
        .body("{\"text\":\"\"}")
        .post("/api/v1/notices/" + notice + "/sign")
        .then()
        .statusCode(200);
    String evidence =
        o1().contentType("text/plain")
            .body(EVIDENCE)
            .post("/api/v1/notices/" + notice + "/evidence?name=a.txt")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    var archive = ReadArchive.of(archive("D01", caseId).asByteArray());

    assertThat(archive.lines("notices.ndjson")).hasSize(1);
    assertThat(archive.lines("notice-steps.ndjson"))
        .anyMatch(line -> line.contains("\"kind\": \"signed\""));
    assertThat(archive.lines("messages.ndjson")).isNotEmpty();
    assertThat(archive.lines("recipients.ndjson")).isNotEmpty();
    assertThat(archive.lines("evidence.ndjson")).hasSize(1);
    assertThat(archive.files()).containsKey("evidence/" + evidence.replace(':', '_'));
    assertThat(archive.files().get("evidence/" + evidence.replace(':', '_'))).isEqualTo(EVIDENCE);
    assertThat(archive.sums()).isEqualTo(archive.expectedSums());
  }

  @Test
  void a_case_that_nobody_told_of_has_none_and_a_station_gets_none() {
    archive("D01", "A990000000000404").then().statusCode(404);
    archive("D0102", "A990000000000404").then().statusCode(403);
  }

  private static Response archive(String unit, String caseId) {
    return as("S1", unit, "auditor").get("/api/v1/cases/{case}/archive", caseId);
  }
}
