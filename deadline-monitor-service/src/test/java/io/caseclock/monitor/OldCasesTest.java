package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Years of old cases over the real servers: counted, told to nobody, released by a supervisor. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class OldCasesTest {

  private static final String HANDLING = "public-security-case-handling";
  private static final String HISTORY = "/api/v1/history/";
  private static final String LOADED = "2026-11-02T00:00:00Z";

  @Inject MonitorTestBench bench;
  @Inject Directory directory;

  private final String unit = "X9" + UUID.randomUUID().toString().substring(0, 8);
  private String caseId = "";

  @BeforeEach
  void anOldCaseOfAStationOfItsOwn() {
    bench.aSmallBureau();
    directory.apply(
        List.of(
            new DirectoryEvent.UnitRegistered(
                unit, "X01", new Names("示例所", "Sample station"), "station")));
    bench.clock().set(LOADED);
    caseId = bench.aNewCase();
    tells("case-filed", "2026-03-02T02:00:00Z");
    bench.clock().set("2026-11-02T01:00:00Z");
    bench.sweep();
  }

  @Test
  void what_fell_due_in_history_is_reported_and_told_to_nobody() {
    assertThat(alarms()).isEmpty();
    get("report")
        .statusCode(200)
        .body("unit", equalTo(unit))
        .body("lines.unit", everyItem(equalTo(unit)))
        .body(line("breach") + ".alarms", equalTo(1))
        .body(line("breach") + ".open", equalTo(1))
        .body(line("breach") + ".waiting", equalTo(1))
        .body(line("before-1-working-days") + ".alarms", equalTo(1))
        .body(line("before-1-working-days") + ".open", equalTo(0))
        .body("next", nullValue());
    get("breaches?state=waiting&rule=" + HANDLING)
        .statusCode(200)
        .body("breaches.caseId", contains(caseId))
        .body("breaches.status", contains("breached"))
        .body("breaches.historyUntil", contains(LOADED))
        .body("breaches.releasedAs", contains((String) null));
  }

  @Test
  void what_a_release_would_tell_is_known_beforehand() {
    get("waiting")
        .statusCode(200)
        .body("unit", equalTo(unit))
        .body("most", equalTo(5000))
        .body(waiting() + ".waiting", equalTo(1))
        .body(waiting() + ".units", equalTo(1))
        .body(waiting() + ".officers", equalTo(1))
        .body(waiting() + ".oldest", notNullValue())
        .body(waiting() + ".names.zh", notNullValue());

    release("nothing").statusCode(201);

    get("waiting").body("rules.rule", not(hasItem(HANDLING)));
  }

  @Test
  void a_report_of_many_lines_comes_in_pages_without_repetition() {
    var first = get("report?limit=1").statusCode(200).body("next", notNullValue()).extract();
    var next = first.<String>path("next");

    get("report?limit=1&after=" + next)
        .statusCode(200)
        .body("lines", not(equalTo(first.path("lines"))))
        .body("findings", empty());
  }

  @Test
  void nobody_sees_the_history_of_another_unit() {
    for (var path : new String[] {"report", "breaches", "releases", "waiting"}) {
      bench
          .asSupervisorOf("X0102")
          .queryParam("unit", unit)
          .get(HISTORY + path)
          .then()
          .statusCode(400)
          .body("violations.pointer", contains("/unit"));
    }
    bench.asSupervisorOf("X0102").get(HISTORY + "report").then().body("lines", empty());
  }

  @Test
  void a_digest_is_told_once_and_released_for_good() {
    var id =
        release("digest")
            .statusCode(201)
            .body("deadlines", equalTo(1))
            .body("waiting", equalTo(0))
            .body("as", equalTo("digest"))
            .extract()
            .<String>path("id");

    release("digest").statusCode(200).body("id", equalTo(id));
    release("notices").statusCode(200).body("id", equalTo(id)).body("as", equalTo("digest"));
    bench.sweep();
    var told = toldAtLeast(1);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().digest()).isEqualTo(new DeadlineEvent.Digest(id, 1));
    assertThat(told.getFirst().deadline().historyUntil()).isEqualTo(LOADED);
    get("breaches?state=waiting&rule=" + HANDLING).body("breaches", empty());
    get("breaches?state=released&rule=" + HANDLING).body("breaches.releasedAs", contains("digest"));
    get("releases").body("releases.id", contains(id)).body("releases.by", contains("test-caller"));
    get("report")
        .body(line("breach") + ".open", equalTo(1))
        .body(line("breach") + ".waiting", equalTo(0));
  }

  @Test
  void notices_go_the_usual_way_with_how_the_breach_came_about() {
    release("notices").statusCode(201).body("deadlines", equalTo(1));

    bench.sweep();

    var told = toldAtLeast(1);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().isBreach()).isTrue();
    assertThat(told.getFirst().digest()).isNull();
    assertThat(told.getFirst().deadline().historyUntil()).isNull();
    assertThat(told.getFirst().deadline().trace()).isNotEmpty();
  }

  @Test
  void what_is_released_as_nothing_is_dealt_with() {
    release("nothing").statusCode(201).body("deadlines", equalTo(1));
    bench.sweep();

    assertThat(alarms()).isEmpty();
    get("breaches?state=waiting&rule=" + HANDLING).body("breaches", empty());
  }

  @Test
  void what_falls_due_after_the_load_is_told_as_usual() {
    caseId = bench.aNewCase();
    tells("case-filed", "2026-10-30T02:00:00Z");
    bench.clock().set("2026-11-29T15:00:00Z");
    bench.sweep();

    assertThat(toldAtLeast(1)).extracting(DeadlineAlarm::stage).isNotEmpty();
  }

  @Test
  void nothing_waits_where_the_case_was_closed_meanwhile() {
    tells("decision-made", "2026-11-02T00:30:00Z");

    release("digest").statusCode(404);
    get("report")
        .body(line("breach") + ".alarms", equalTo(1))
        .body(line("breach") + ".open", equalTo(0));
  }

  @Test
  void only_a_supervisor_releases_and_only_in_the_own_units() {
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("legal-officer").unit("X01").sign())
        .contentType("application/json")
        .body(body(unit, "digest"))
        .post(HISTORY + "releases")
        .then()
        .statusCode(403);
    post("X0102", body(unit, "digest"))
        .statusCode(422)
        .body("type", equalTo("urn:caseclock:problem:unknown-unit"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"unit\":\"X01\",\"rule\":\"public-security-case-handling\"}",
        "{\"unit\":\"X01\",\"rule\":\"public-security-case-handling\",\"as\":\"letter\"}",
        "{\"unit\":\"X01\",\"rule\":\"no-such-rule\",\"as\":\"digest\"}",
        "{\"unit\":1,\"rule\":\"public-security-case-handling\",\"as\":\"digest\"}",
        "{\"unit\":\"X01\",\"rule\":\"public-security-case-handling\",\"as\":\"digest\",\"x\":1}"
      })
  void any_other_release_is_refused(String body) {
    post("X01", body).statusCode(400).body("violations", not(empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"report?after=x", "report?limit=0", "breaches?state=all", "breaches?after=x"})
  void parameters_that_cannot_be_read_are_refused(String path) {
    get(path).statusCode(400).body("violations.size()", greaterThan(0));
  }

  private void tells(String type, String at) {
    var event =
        new CaseEvent(
            new EventId("urn:precinct:x0101", UUID.randomUUID().toString()),
            type,
            Subject.ofCase(caseId),
            caseId,
            Instant.parse(at),
            bench.clock().instant(),
            null,
            unit,
            "O1",
            null,
            Instant.parse(LOADED),
            Map.of());
    bench.send(event);
    bench.awaitEvaluated(event);
  }

  private ValidatableResponse get(String path) {
    return bench.asSupervisorOf("X01").queryParam("unit", unit).get(HISTORY + path).then();
  }

  private ValidatableResponse release(String as) {
    return post("X01", body(unit, as));
  }

  private ValidatableResponse post(String supervisorOf, String body) {
    return bench
        .asSupervisorOf(supervisorOf)
        .contentType("application/json")
        .body(body)
        .post(HISTORY + "releases")
        .then();
  }

  private static String body(String unit, String as) {
    return "{\"unit\":\"%s\",\"rule\":\"%s\",\"as\":\"%s\"}".formatted(unit, HANDLING, as);
  }

  private static String waiting() {
    return "rules.find { it.rule == '" + HANDLING + "' }";
  }

  private static String line(String level) {
    return "lines.find { it.rule == '" + HANDLING + "' && it.level == '" + level + "' }";
  }

  private List<DeadlineAlarm> alarms() {
    return alarms(bench.toldOf(caseId, 1));
  }

  private List<DeadlineAlarm> toldAtLeast(int alarms) {
    var atLeast = bench.toldOf(caseId, 1).size();
    var told = alarms(bench.toldOf(caseId, atLeast));
    for (var more = 1; told.size() < alarms; more++) {
      told = alarms(bench.toldOf(caseId, atLeast + more));
    }
    return told;
  }

  private static List<DeadlineAlarm> alarms(List<DeadlineEvent> told) {
    return told.stream()
        .filter(DeadlineAlarm.class::isInstance)
        .map(DeadlineAlarm.class::cast)
        .filter(alarm -> alarm.deadline().rule().equals(HANDLING))
        .toList();
  }
}
