package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.ReadArchive;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case is one case in the audit log, however a request names it. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class EntriesOfACaseTest {

  private static final String LOG = "/api/v1/audit-log?case={case}";

  @Inject MonitorTestBench bench;
  @Inject DataSource dataSource;

  private String caseId;

  @BeforeEach
  void aCaseOfABureau() {
    bench.clock().set("2026-03-20T02:00:00Z");
    bench.aSmallBureau();
    caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-19T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
  }

  @Test
  void a_look_and_a_change_under_another_way_of_writing_are_in_its_archive() throws Exception {
    supervisor().get("/api/v1/cases/{case}/deadlines", wide()).then().statusCode(200);
    supervisor()
        .contentType("application/json")
        .body(Map.of("level", "ordinary", "reason", "示例"))
        .put("/api/v1/cases/{case}/level", wide())
        .then()
        .statusCode(200);
    entries(2);

    var archive =
        ReadArchive.of(as("auditor").get("/api/v1/cases/{c}/archive", caseId).asByteArray());

    // That the archive is fetched may be in it already.
    assertThat(archive.lines("audit-log.ndjson"))
        .filteredOn(line -> !line.contains("/archive\""))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("\"caseId\": \"" + caseId + "\""));
  }

  @Test
  void the_log_is_asked_for_one_case_however_it_is_written() {
    supervisor().get("/api/v1/deadlines?case={case}", wide()).then().statusCode(200);
    supervisor().get("/api/v1/deadlines?case={case}", bench.aNewCase()).then().statusCode(200);
    entries(1);

    for (var written : List.of(caseId, wide())) {
      as("auditor")
          .get(LOG + "&kind=read&operation=/deadlines", written)
          .then()
          .statusCode(200)
          .body("entries.operation", contains("GET /api/v1/deadlines"))
          .body("entries.ids[0].caseId", equalTo(caseId))
          .body("entries.ids[0].shown", equalTo(null));
    }
    as("auditor").get(LOG, bench.aNewCase()).then().statusCode(200).body("entries", empty());
  }

  @Test
  void a_list_that_had_nothing_of_it_is_kept_as_one() {
    var stranger = bench.aNewCase();
    supervisor().get("/api/v1/deadlines?case={case}", stranger).then().statusCode(200);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                as("auditor")
                    .get(LOG + "&operation=/deadlines", stranger)
                    .then()
                    .body("entries.ids.shown", contains("nothing")));
  }

  @Test
  void a_deadline_and_an_event_that_a_parameter_names_are_looked_at() {
    var id =
        new Sql(dataSource)
            .query(
                "select id::text from deadline where case_id = ?", row -> row.getString(1), caseId)
            .getFirst();

    supervisor().get("/api/v1/deadlines?id={id}", id).then().statusCode(200);
    supervisor().get("/api/v1/deadlines?id={id}&id={id}", id, id).then().statusCode(200);
    supervisor().get("/api/v1/effects?source=urn:x&id={id}", "E-" + caseId).then().statusCode(404);

    await().until(() -> count("ids ->> 'id' = '" + id + "'") == 1);
    await()
        .until(
            () -> count("ids ->> 'id' = 'E-" + caseId + "' and ids ->> 'source' = 'urn:x'") == 1);
  }

  @Test
  void what_is_no_number_is_refused_with_its_place() {
    for (var wrong : List.of("", " A1", "..", "x".repeat(251))) {
      as("auditor")
          .get(LOG, wrong)
          .then()
          .statusCode(400)
          .body("violations.pointer", contains("/case"));
    }
  }

  @Test
  void a_large_log_is_not_read_through_for_it() throws SQLException {
    assertThat(plan("select * from audit_log where ids ->> 'caseId' = 'A1'"))
        .contains("audit_log_by_case");
  }

  /** Of a table that is too small for an index to pay. */
  private String plan(String query) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set enable_seqscan = off");
      statement.execute("set enable_bitmapscan = off");
      try (var rows = statement.executeQuery("explain " + query)) {
        var plan = new StringBuilder();
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
        return plan.toString();
      } finally {
        statement.execute("reset enable_seqscan");
        statement.execute("reset enable_bitmapscan");
      }
    }
  }

  private String wide() {
    return caseId
        .codePoints()
        .map(point -> point >= '!' && point <= '~' ? point + 0xFEE0 : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private void entries(int expected) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("ids ->> 'caseId' = '" + caseId + "'"), found -> found == expected);
  }

  private int count(String which) {
    return new Sql(dataSource)
        .query("select count(*) from audit_log where " + which, row -> row.getInt(1))
        .getFirst();
  }

  private static RequestSpecification supervisor() {
    return as("supervisor");
  }

  private static RequestSpecification as(String role) {
    return RestAssured.given().auth().oauth2(TestTokens.of(role).unit("X01").officer("S1").sign());
  }
}
