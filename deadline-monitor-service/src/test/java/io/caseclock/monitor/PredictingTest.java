package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.job.PredictJob;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions over the real servers: learned from what was done, listed, measured and told. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class PredictingTest {

  private static final String HANDLING = "public-security-case-handling";
  private static final Instant NOW = Instant.parse("2027-06-01T00:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("2027-01-10T00:00:00Z");

  private static final String INSERT =
      """
      insert into deadline (case_id, id, subject, rule, start_source, start_event, pack,
        pack_version, rule_version, element, statutory, severity, list, unit, officer, started_at,
        phase, due_at, due_on, late_from, provisional, ended_at, ended_known_at, revision,
        calendar_version, input_hash, refused, updated_at, excluded_seconds, paused_at)
      values (?, ?, 'case/' || ?, ?, 'urn:precinct:x0101', 'e', 'cn-public-security', '1', '2026',
        'case', true, 'serious', 'case-closing', ?, 'O1', ?, ?, ?, null, ?, false, ?, ?, 1, '1',
        'h', '', ?, ?, ?)
      """;

  @Inject MonitorTestBench bench;
  @Inject Directory directory;
  @Inject DataSource dataSource;
  @Inject PredictJob job;

  private final String prefix = "A98" + UUID.randomUUID().toString().substring(0, 8);
  private final String unit = "X8" + UUID.randomUUID().toString().substring(0, 8);
  private final String other = unit + "b";

  /** Of its own, so that nothing is learned from the cases of other tests. */
  private final String root = unit + "r";

  private int number;

  /** One case was closed on each of the first forty days. */
  @BeforeEach
  void fortyCasesOfAStation() {
    bench.aSmallBureau();
    directory.apply(
        List.of(
            new DirectoryEvent.UnitRegistered(
                root, null, new Names("示例分局", "Sample"), "sub-bureau")));
    for (var station : List.of(unit, other)) {
      directory.apply(
          List.of(
              new DirectoryEvent.UnitRegistered(
                  station, root, new Names("示例所", "Sample station"), "station")));
    }
    bench.clock().set(NOW.toString());
    for (var day = 1; day <= 40; day++) {
      done(LONG_AGO, day);
    }
  }

  @AfterEach
  void nothingIsLeftBehind() {
    var sql = new Sql(dataSource);
    for (var table : List.of("deadline", "prediction", "watched_case")) {
      sql.update("delete from " + table + " where starts_with(case_id, ?)", prefix);
    }
    sql.update("delete from survival_curve");
    sql.update("delete from prediction_calibration");
    sql.update("delete from prediction_warning");
  }

  @Test
  void the_chance_follows_from_what_became_of_cases_that_were_open_as_long() {
    var caseId = running(unit, Duration.ofDays(22), Duration.ZERO);
    job.run();

    list("")
        .statusCode(200)
        .body("predictions.deadline.caseId", contains(caseId))
        .body("predictions[0].atRisk", equalTo(18))
        .body("predictions[0].late", equalTo(11))
        .body("predictions[0].unknown", equalTo(0))
        .body("predictions[0].chance.toDouble()", closeTo(11.0 / 18, 1e-6))
        .body("predictions[0].band", equalTo("high"))
        .body("predictions[0].level.unit", equalTo(unit))
        .body("predictions[0].ageSeconds", equalTo(22 * 86_400))
        .body(
            "predictions[0].reason.en",
            equalTo(
                "Of 18 such cases still open at day 22, 11 were late (Sample station and below)."))
        .body("predictions[0].deadline.status", equalTo("running"))
        .body("next", nullValue());
  }

  @Test
  void what_was_paused_does_not_make_it_older() {
    running(unit, Duration.ofDays(52), Duration.ofDays(30));
    job.run();

    list("")
        .body("predictions[0].ageSeconds", equalTo(22 * 86_400))
        .body("predictions[0].late", equalTo(11));
  }

  @Test
  void a_unit_that_has_seen_too_little_takes_the_figures_from_above() {
    running(other, Duration.ofDays(22), Duration.ZERO);
    job.run();

    get("?unit=" + other).body("predictions[0].level.unit", equalTo(root));
  }

  @Test
  void as_it_grows_older_the_chance_grows_with_the_next_round() {
    running(unit, Duration.ofDays(22), Duration.ZERO);
    job.run();
    bench.clock().tick(Duration.ofDays(3).plusSeconds(1));
    job.run();

    list("").body("predictions[0].chance.toDouble()", closeTo(11.0 / 15, 1e-6));
  }

  @Test
  void what_has_ended_or_is_paused_or_late_is_left_out_at_once() {
    var ended = running(unit, Duration.ofDays(22), Duration.ZERO);
    var paused = running(unit, Duration.ofDays(23), Duration.ZERO);
    var late = running(unit, Duration.ofDays(24), Duration.ZERO);
    job.run();
    set(ended, "phase = 'met'");
    set(paused, "phase = 'paused'");
    set(late, "late_from = timestamptz '" + NOW + "'");

    list("").body("predictions", empty());
    job.run();
    list("").body("predictions", empty());
  }

  @Test
  void the_likeliest_come_first_page_by_page() {
    var young = running(unit, Duration.ofDays(1), Duration.ZERO);
    var old = running(unit, Duration.ofDays(28), Duration.ZERO);
    job.run();

    var next =
        list("&limit=1")
            .body("predictions.deadline.caseId", contains(old))
            .body("next", notNullValue())
            .extract()
            .<String>path("next");
    list("&limit=1&after=" + next)
        .body("predictions.deadline.caseId", contains(young))
        .body("next", nullValue());
    list("&atLeast=high").body("predictions.deadline.caseId", contains(old));
    list("&atLeast=0.95").body("predictions", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "atLeast=much",
        "atLeast=1.1",
        "atLeast=-0.1",
        "atLeast=NaN",
        "after=x",
        "limit=0"
      })
  void what_cannot_be_read_is_refused(String query) {
    list("&" + query).statusCode(400);
  }

  @Test
  void nobody_sees_predictions_of_another_unit() {
    running(unit, Duration.ofDays(22), Duration.ZERO);
    job.run();

    bench.asSupervisorOf("X0102").get("/api/v1/predictions").then().body("predictions", empty());
    bench
        .asSupervisorOf("X0102")
        .get("/api/v1/predictions?unit=" + unit)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/unit"));
  }

  @Test
  void people_are_warned_once_where_their_unit_has_switched_it_on() {
    var caseId = running(unit, Duration.ofDays(22), Duration.ZERO);
    job.run();
    warn(root, true, "high").statusCode(200).body("setFor", equalTo(root));
    job.run();
    job.run();

    var told = alarms(caseId, 1);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().stage()).isEqualTo("risk-high");
    assertThat(told.getFirst().type()).isEqualTo("deadline-approaching");
    assertThat(told.getFirst().id()).endsWith(":1:risk-high");
    var forecast = Objects.requireNonNull(told.getFirst().forecast());
    assertThat(forecast.reason().en()).startsWith("Of 18 such cases still open at day 22");

    set(caseId, "revision = 2");
    job.run();
    assertThat(alarms(caseId, 2)).extracting(DeadlineAlarm::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void nobody_is_warned_where_the_unit_the_band_or_the_rest_of_the_case_forbids() {
    var below = running(unit, Duration.ofDays(22), Duration.ZERO);
    var unlikely = running(other, Duration.ofDays(1), Duration.ZERO);
    var restless = running(other, Duration.ofDays(22), Duration.ZERO);
    evaluated(restless, NOW.minusSeconds(60));
    warn(root, true, "high");
    warn(unit, false, "high").body("enabled", equalTo(false));
    job.run();

    assertThat(toldRevisions()).isZero();
    evaluated(restless, NOW.minus(Duration.ofHours(1)));
    job.run();
    assertThat(toldRevisions()).isEqualTo(1);
    assertThat(alarms(restless, 1)).hasSize(1);
    assertThat(List.of(below, unlikely)).doesNotContain(restless);
  }

  @Test
  void a_unit_takes_over_what_the_one_above_said() {
    bench
        .asSupervisorOf(root)
        .get("/api/v1/units/" + unit + "/prediction-warning")
        .then()
        .statusCode(200)
        .body("enabled", equalTo(false))
        .body("setFor", nullValue());
    warn(root, true, "medium");
    bench
        .asSupervisorOf(unit)
        .get("/api/v1/units/" + unit + "/prediction-warning")
        .then()
        .body("enabled", equalTo(true))
        .body("band", equalTo("medium"))
        .body("setFor", equalTo(root))
        .body("by", equalTo("test-caller"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"enabled\": true}",
        "{\"enabled\": \"true\", \"band\": \"high\"}",
        "{\"enabled\": true, \"band\": \"low\"}",
        "{\"enabled\": true, \"band\": \"high\", \"more\": 1}"
      })
  void a_switch_that_is_not_whole_is_refused(String body) {
    bench
        .asSupervisorOf(root)
        .contentType("application/json")
        .body(body)
        .put("/api/v1/units/" + root + "/prediction-warning")
        .then()
        .statusCode(400)
        .body("violations", hasSize(greaterThanOrEqualTo(1)));
  }

  @Test
  void the_switch_of_another_unit_is_not_known() {
    bench
        .asSupervisorOf("X0102")
        .get("/api/v1/units/" + unit + "/prediction-warning")
        .then()
        .statusCode(404);
  }

  /** Of twelve that began in April nine were still open when half of the time had passed. */
  @Test
  void months_that_were_not_known_are_held_against_the_curves() {
    for (var day = 10; day <= 32; day += 2) {
      done(Instant.parse("2027-04-05T00:00:00Z"), day);
    }
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("administrator").unit(root).sign())
        .post("/api/v1/predictions/learn")
        .then()
        .statusCode(200)
        .body("finished", greaterThanOrEqualTo(52));

    var april = "months.find { it.month == '2027-04' }.measure.";
    get("/calibration?months=3")
        .statusCode(200)
        .body("months.month", contains("2027-06", "2027-05", "2027-04"))
        .body(april + "cases", equalTo(9))
        .body(april + "late", equalTo(2))
        .body(april + "brier", notNullValue())
        .body(april + "baseBrier.toDouble()", closeTo(2.0 / 9 * 7 / 9, 1e-6))
        .body(april + "reliability", hasSize(10))
        .body(april + "reliability.cases.sum()", equalTo(9))
        .body("total.cases", equalTo(9));
    get("/calibration?months=13").statusCode(400);
    get("/calibration?months=x").statusCode(400);
  }

  private int toldRevisions() {
    return new Sql(dataSource)
        .query(
            "select count(*) from prediction where told_revision is not null"
                + " and starts_with(case_id, ?)",
            row -> row.getInt(1),
            prefix)
        .getFirst();
  }

  private List<DeadlineAlarm> alarms(String caseId, int atLeast) {
    return bench.toldOf(caseId, atLeast).stream()
        .filter(DeadlineAlarm.class::isInstance)
        .map(DeadlineAlarm.class::cast)
        .toList();
  }

  private ValidatableResponse warn(String of, boolean enabled, String band) {
    return bench
        .asSupervisorOf(root)
        .contentType("application/json")
        .body("{\"enabled\": " + enabled + ", \"band\": \"" + band + "\"}")
        .put("/api/v1/units/" + of + "/prediction-warning")
        .then();
  }

  private ValidatableResponse list(String more) {
    return get("?unit=" + unit + more);
  }

  private ValidatableResponse get(String path) {
    return bench.asSupervisorOf(root).get("/api/v1/predictions" + path).then();
  }

  private void done(Instant startedAt, int days) {
    var endedAt = startedAt.plus(Duration.ofDays(days));
    insert(unit, startedAt, days < 30 ? "met" : "met-late", endedAt, Duration.ZERO);
  }

  private String running(String of, Duration ago, Duration paused) {
    var caseId = insert(of, NOW.minus(ago), "running", null, paused);
    new Sql(dataSource)
        .update(
            "insert into watched_case (case_id, unit, evaluated_at) values (?, ?, ?)",
            caseId,
            of,
            LONG_AGO);
    return caseId;
  }

  private void evaluated(String caseId, Instant at) {
    new Sql(dataSource)
        .update("update watched_case set evaluated_at = ? where case_id = ?", at, caseId);
  }

  private void set(String caseId, String what) {
    new Sql(dataSource).update("update deadline set " + what + " where case_id = ?", caseId);
  }

  /** Late thirty counted days after it began. */
  private String insert(
      String of, Instant startedAt, String phase, @Nullable Instant endedAt, Duration paused) {
    var caseId = prefix + "-" + number++;
    var lateFrom = startedAt.plus(Duration.ofDays(30)).plus(paused);
    new Sql(dataSource)
        .update(
            INSERT,
            caseId,
            UUID.randomUUID(),
            caseId,
            HANDLING,
            of,
            startedAt,
            phase,
            lateFrom,
            lateFrom,
            endedAt,
            endedAt,
            LONG_AGO,
            paused.toSeconds(),
            null);
    return caseId;
  }
}
