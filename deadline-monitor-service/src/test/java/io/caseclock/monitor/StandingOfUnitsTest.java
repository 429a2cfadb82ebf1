package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.directory.Directory;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The standing over HTTP, of a sub-bureau of its own: one busy station and one with a single case.
 */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class StandingOfUnitsTest {

  private static final String STANDING = "/api/v1/standing";

  @Inject MonitorTestBench bench;
  @Inject Directory directory;

  private final String unit = "X7" + UUID.randomUUID().toString().substring(0, 8);
  private final String busy = unit + "01";
  private final String quiet = unit + "02";

  @BeforeEach
  void casesOfJune() {
    bench.aSmallBureau();
    directory.apply(
        List.of(
            station(unit, "X01", "sub-bureau"),
            station(busy, unit, "station"),
            station(quiet, unit, "station")));
    bench.clock().set("2026-06-02T02:00:00Z");
    var filed = Stream.generate(() -> filed(busy)).limit(25).toArray(CaseEvent[]::new);
    bench.send(filed);
    var last = filed(quiet);
    bench.send(last);
    for (var event : filed) {
      bench.awaitEvaluated(event);
    }
    bench.awaitEvaluated(last);
    bench.clock().set("2026-08-20T02:00:00Z");
  }

  @Test
  void a_busy_unit_is_judged_line_by_line_and_one_with_too_little_stands_apart() {
    var answer =
        get("?month=2026-07")
            .statusCode(200)
            .body("unit", equalTo(unit))
            .body("closed", equalTo(true))
            .body("judged.unit", contains(busy))
            .body("judged[0].rank", equalTo(1))
            .body("judged[0].of", equalTo(1))
            .body("judged[0].lines.id", hasItems("late", "still-open", "safe"))
            .body("judged[0].lines.find { it.id == 'late' }.number", greaterThanOrEqualTo(25))
            .body("judged[0].lines.find { it.id == 'late' }.capped", equalTo(true))
            .body("tooLittle.unit", contains(quiet))
            .body("tooLittle[0].rank", nullValue())
            .extract()
            .jsonPath();
    var lines = answer.getList("judged[0].lines.points", Double.class);
    var sum = 100 + lines.stream().mapToDouble(Double::doubleValue).sum();
    assertThat(answer.<Double>getObject("judged[0].points", Double.class))
        .isCloseTo(sum, org.assertj.core.api.Assertions.within(0.001));
  }

  @Test
  void without_a_month_it_is_the_last_that_is_over_and_other_kinds_are_asked_for() {
    get("").statusCode(200).body("month", equalTo("2026-07")).body("view", equalTo("now"));
    get("?kind=brigade").statusCode(200).body("judged", empty()).body("tooLittle", empty());
    get("?month=2026-08&view=then").statusCode(200).body("closed", equalTo(false));
    get("?month=2026-01").statusCode(200).body("judged", empty());
  }

  @Test
  void units_come_page_by_page_with_their_rank_among_all() {
    var next =
        get("?month=2026-07&limit=1")
            .statusCode(200)
            .body("judged.unit", contains(busy))
            .body("judged[0].of", equalTo(1))
            .body("tooLittle", empty())
            .extract()
            .<String>path("next");
    get("?month=2026-07&limit=1&after=" + next)
        .statusCode(200)
        .body("judged", empty())
        .body("tooLittle.unit", contains(quiet))
        .body("next", nullValue());
    get("?limit=0").statusCode(400).body("violations.pointer", contains("/limit"));
    get("?after=x").statusCode(400).body("violations.pointer", contains("/after"));
  }

  @Test
  void a_month_ahead_an_unknown_word_and_another_unit_are_refused() {
    get("?month=2026-09").statusCode(400).body("violations.pointer", contains("/month"));
    get("?month=July").statusCode(400);
    get("?kind=planet").statusCode(400).body("violations.pointer", contains("/kind"));
    get("?view=later").statusCode(400);
    bench
        .asSupervisorOf("X0102")
        .queryParam("unit", unit)
        .get(STANDING)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/unit"));
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("officer").unit(unit).sign())
        .get(STANDING)
        .then()
        .statusCode(403);
  }

  private static DirectoryEvent station(String id, String parent, String kind) {
    return new DirectoryEvent.UnitRegistered(id, parent, new Names("示例" + id, "Sample"), kind);
  }

  private CaseEvent filed(String of) {
    var caseId = bench.aNewCase();
    return new CaseEvent(
        new EventId("urn:precinct:x0101", UUID.randomUUID().toString()),
        "case-filed",
        Subject.ofCase(caseId),
        caseId,
        Instant.parse("2026-06-02T01:00:00Z"),
        bench.clock().instant(),
        null,
        of,
        "O1",
        Map.of());
  }

  private ValidatableResponse get(String query) {
    return bench.asSupervisorOf(unit).get(STANDING + query).then();
  }
}
