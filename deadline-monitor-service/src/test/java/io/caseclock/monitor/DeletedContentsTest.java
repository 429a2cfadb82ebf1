package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.Subject;
import io.caseclock.jdbc.Sql;
import io.caseclock.retention.Purge.PurgedCase;
import io.caseclock.retention.jdbc.JdbcPurge;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.ReadArchive;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered about a case whose contents were deleted, kept long enough. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class DeletedContentsTest {

  private static final Instant LIMIT = Instant.parse("2026-05-01T00:00:00Z");
  private static final String TODAY = Instant.now().toString().substring(0, 4);

  @Inject MonitorTestBench bench;
  @Inject DataSource database;

  private String caseId = "";
  private String thing = "";
  private String registered = "";

  @BeforeEach
  void aCaseWithoutContents() {
    bench.clock().set("2026-03-02T02:00:00Z");
    bench.aSmallBureau();
    caseId = bench.aNewCase();
    thing = "W-" + caseId;
    var subject = new Subject("property", thing);
    var sealed =
        bench.event(
            caseId,
            subject,
            "property-measure-taken",
            "2026-03-02T01:00:00Z",
            Map.of("text", "虚构的内容"));
    var stored =
        bench.event(caseId, subject, "property-registered", "2026-03-02T01:30:00Z", Map.of());
    bench.send(sealed, stored);
    bench.awaitEvaluated(sealed);
    bench.awaitEvaluated(stored);
    registered = stored.eventId().id();

    assertThat(purge()).contains(caseId);
  }

  @Test
  void the_case_and_its_events_say_since_when() {
    get("timeline")
        .body("contentsDeletedAt", containsString(TODAY))
        .body("unverified", nullValue())
        .body("unit", equalTo("X0101"))
        .body("state", equalTo("ended"))
        .body("deadlines.status", contains("met"))
        .body("groups[0].withoutEffect", equalTo(0));
    get("deadlines")
        .body("contentsDeletedAt", containsString(TODAY))
        .body("deadlines.status", contains("met"));
    get("events")
        .body("contentsDeletedAt", containsString(TODAY))
        .body("events.id", hasItem(registered))
        .body("events.officer", everyItem(nullValue()))
        .body("events.withoutEffect", everyItem(equalTo(false)))
        .body("events[0].effects", not(hasSize(0)));
  }

  @Test
  void what_only_the_contents_tell_is_refused_with_the_day() {
    String deadline = get("deadlines").extract().path("deadlines[0].id");

    bench
        .asSupervisorOf("X01")
        .get("/api/v1/deadlines/{id}/explanation", deadline)
        .then()
        .statusCode(410)
        .body("type", equalTo("urn:caseclock:problem:contents-deleted"))
        .body("detail", containsString("were deleted on " + TODAY));
    bench
        .asSupervisorOf("X01")
        .accept("text/html")
        .get("/api/v1/deadlines/{id}/explanation", deadline)
        .then()
        .statusCode(410);
    ask("tenures").statusCode(410);
    ask("timeline?knownAt=2026-03-02T01:10:00Z").statusCode(409);
    ask("deadlines?knownAt=2026-03-02T01:10:00Z").statusCode(409);
  }

  @Test
  void an_event_that_comes_later_is_kept_and_says_that_it_was_not_evaluated() {
    var late = bench.event(caseId, "case-filed", "2026-03-02T03:00:00Z", Map.of());
    bench.send(late);
    bench.awaitEvaluated(late);

    effects(late.eventId().id())
        .body("deadlines", hasSize(0))
        .body("noEffect.reason", contains("came-after-deletion"));
    effects(registered).body("deadlines", not(hasSize(0)));
    get("deadlines")
        .body("unverified", equalTo("contents-deleted"))
        .body("deadlines.status", contains("met"));
    get("events")
        .body(
            "events.find { it.id == '" + late.eventId().id() + "' }.noEffect.reason",
            contains("came-after-deletion"))
        .body(
            "events.find { it.id == '" + late.eventId().id() + "' }.withoutEffect", equalTo(true));
    get("timeline").body("findings.cause", hasItem("quarantined"));
  }

  @Test
  void it_is_found_and_archived_with_the_hashes() throws IOException {
    bench
        .asSupervisorOf("X01")
        .get("/api/v1/search?q=" + thing)
        .then()
        .statusCode(200)
        .body("subjects.hits.caseId", hasItem(caseId));

    var archive =
        ReadArchive.of(
            RestAssured.given()
                .auth()
                .oauth2(TestTokens.of("auditor").unit("X01").sign())
                .get("/api/v1/cases/{case}/archive", caseId)
                .asByteArray());
    assertThat(archive.lines("events.ndjson"))
        .hasSize(2)
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("\"sha256\": \"", "\"purged_at\": \"")
                    .doesNotContain("虚构", "\"O1\""));
  }

  @Test
  void a_restricted_one_stays_hidden() {
    bench
        .asSupervisorOf("X0101")
        .contentType("application/json")
        .body(Map.of("level", "restricted", "reason", "示例"))
        .put("/api/v1/cases/{case}/level", caseId)
        .then()
        .statusCode(200)
        .body("at", notNullValue());

    for (var what : new String[] {"timeline", "events", "tenures", "deadlines"}) {
      RestAssured.given()
          .auth()
          .oauth2(TestTokens.of("legal-officer").unit("X01").sign())
          .get("/api/v1/cases/{case}/" + what, caseId)
          .then()
          .statusCode(404);
    }
  }

  private Set<String> purge() {
    var purge = new JdbcPurge(new Sql(database), "purge_timelines");
    Set<String> purged = new HashSet<>();
    var batch = purge.purge(LIMIT, 100);
    while (!batch.isEmpty()) {
      batch.stream().map(PurgedCase::caseId).forEach(purged::add);
      batch = purge.purge(LIMIT, 100);
    }
    return purged;
  }

  private ValidatableResponse get(String what) {
    return ask(what).statusCode(200);
  }

  private ValidatableResponse ask(String what) {
    return bench.asSupervisorOf("X01").get("/api/v1/cases/" + caseId + "/" + what).then();
  }

  private ValidatableResponse effects(String event) {
    return bench
        .asSupervisorOf("X01")
        .queryParam("source", "urn:precinct:x0101")
        .queryParam("id", event)
        .get("/api/v1/effects")
        .then()
        .statusCode(200);
  }
}
