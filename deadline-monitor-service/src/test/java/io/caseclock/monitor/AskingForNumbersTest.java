package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers over the real servers: a case that was late at the end of April and done in May. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "monitor"),
      @ResourceArg(name = "owner", value = "other")
    })
class AskingForNumbersTest {

  private static final String HANDLING = "public-security-case-handling";
  private static final String APRIL = "from=2026-04-01&to=2026-04-30";

  @Inject MonitorTestBench bench;
  @Inject Directory directory;

  private final String unit = "X8" + UUID.randomUUID().toString().substring(0, 8);
  private String caseId = "";

  @BeforeEach
  void aCaseOfAStationOfItsOwnThatIsLate() {
    bench.aSmallBureau();
    directory.apply(
        List.of(
            new DirectoryEvent.UnitRegistered(
                unit, "X01", new Names("示例所", "=Sample station"), "station")));
    caseId = bench.aNewCase();
    bench.clock().set("2026-03-02T02:00:30Z");
    tells("case-filed", "2026-03-02T02:00:00Z", Map.of("caseKind", "public-security"));
    bench.clock().set("2026-05-04T02:00:00Z");
    bench.sweep();
  }

  @Test
  void a_breach_counts_in_its_month_and_what_is_done_later_is_a_correction() {
    get("statistics/deadlines?by=rule&view=then&" + APRIL)
        .statusCode(200)
        .body("closed", equalTo(true))
        .body(group(HANDLING) + ".counts.overdueOpen", equalTo(1));
    tells("decision-made", "2026-05-04T01:00:00Z", Map.of());

    get("statistics/deadlines?by=rule&view=then&" + APRIL)
        .body(group(HANDLING) + ".counts.overdueOpen", equalTo(1))
        .body(group(HANDLING) + ".counts.metLate", equalTo(0));
    get("statistics/deadlines?by=rule&view=now&" + APRIL)
        .body(group(HANDLING) + ".counts.overdueOpen", equalTo(0))
        .body(group(HANDLING) + ".counts.metLate", equalTo(1))
        .body(group(HANDLING) + ".counts.lateWork", equalTo(1))
        .body(group(HANDLING) + ".rate.met", equalTo(0))
        .body(group(HANDLING) + ".rate.of", equalTo(1))
        .body(group(HANDLING) + ".rank", nullValue());
    get("statistics/corrections?" + APRIL)
        .body(correction() + ".before", equalTo("overdue"))
        .body(correction() + ".after", equalTo("met-late"))
        .body(correction() + ".afterNames.zh", equalTo("逾期完成"))
        .body(correction() + ".reason", equalTo("met-late"))
        .body("next", nullValue());
  }

  @Test
  void what_was_done_in_time_and_entered_late_is_late_data() {
    tells("decision-made", "2026-03-20T01:00:00Z", Map.of());

    get("statistics/deadlines?by=list&" + APRIL)
        .body("groups.find { it.key == 'case-closing' }.counts.metInTime", equalTo(1))
        .body("groups.find { it.key == 'case-closing' }.counts.lateData", equalTo(1))
        .body("groups.find { it.key == 'case-closing' }.counts.lateWork", equalTo(0));
    get("statistics/corrections?" + APRIL).body(correction() + ".lateCause", equalTo("data"));
  }

  @Test
  void a_table_names_its_columns_and_holds_no_formula() {
    var table =
        bench
            .asSupervisorOf("X01")
            .accept("text/csv")
            .get("/api/v1/statistics/deadlines?by=unit&unit=" + unit + "&" + APRIL)
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header("Content-Disposition", containsString("deadlines-2026-04-01-2026-04-30.csv"))
            .extract()
            .asString();

    assertThat(table).startsWith("\uFEFFkey,name_zh,name_en,due,met_in_time");
    assertThat(table).contains(unit + ",示例所,'=Sample station,");
  }

  @Test
  void corrections_come_in_pages_and_as_a_table() {
    tells("decision-made", "2026-05-04T01:00:00Z", Map.of());
    caseId = bench.aNewCase();
    tells("case-filed", "2026-03-03T02:00:00Z", Map.of("caseKind", "public-security"));
    tells("decision-made", "2026-05-04T01:00:00Z", Map.of());
    var all = get("statistics/corrections?" + APRIL).extract().<List<Object>>path("corrections");
    var first = get("statistics/corrections?limit=1&" + APRIL).extract();

    assertThat(all).hasSizeGreaterThan(1);
    get("statistics/corrections?" + APRIL + "&after=" + first.<String>path("next"))
        .body("corrections", hasSize(all.size() - 1))
        .body("corrections", not(hasItem(first.<Object>path("corrections[0]"))));
    var table =
        bench
            .asSupervisorOf("X01")
            .accept("text/csv")
            .get("/api/v1/statistics/corrections?unit=" + unit + "&" + APRIL)
            .asString();
    assertThat(table.lines()).hasSize(all.size() + 1);
  }

  @Test
  void a_page_begins_only_behind_a_group_that_there_is() {
    var first = get("statistics/deadlines?by=rule&limit=1&" + APRIL).extract();

    get("statistics/deadlines?by=rule&after=" + first.<String>path("groups[0].key") + "&" + APRIL)
        .statusCode(200);
    get("statistics/deadlines?by=rule&after=garbage&" + APRIL)
        .statusCode(400)
        .body("violations.pointer", contains("/after"));
  }

  @Test
  void days_without_a_breach_run_from_the_last_one() {
    get("statistics/safe-days")
        .statusCode(200)
        .body("asOf", equalTo("2026-05-04"))
        .body("safeDays.lastBreachOn", startsWith("2026-"))
        .body("safeDays.longest", not(equalTo(0)));
  }

  @Test
  void an_indicator_tells_its_target_its_trend_and_the_cases_behind_the_miss() {
    get("indicators?period=2026-04")
        .statusCode(200)
        .body("from", equalTo("2026-04-01"))
        .body("to", equalTo("2026-04-30"))
        .body(indicator() + ".met", equalTo(0))
        .body(indicator() + ".of", equalTo(1))
        .body(indicator() + ".percent", equalTo(0.0f))
        .body(indicator() + ".reached", equalTo(false))
        .body(indicator() + ".colour", equalTo("red"))
        .body(indicator() + ".trend", hasSize(12))
        .body(indicator() + ".trend[11].period", equalTo("2026-04"));
    get("indicators/closed-in-time?period=2026-04")
        .body("units.unit", contains(unit))
        .body("units.rank", contains((Integer) null));
    get("indicators/closed-in-time/failed?period=2026-04")
        .body("deadlines.caseId", contains(caseId))
        .body("deadlines.status", contains("breached"))
        .body("next", nullValue());
    get("indicators/closed-in-time/failed?period=2026-W10").body("deadlines", empty());
  }

  @Test
  void a_case_behind_the_miss_tells_what_it_was_taken_for_when_the_period_ended() {
    get("indicators/closed-in-time?period=2026-04")
        .body("rules.id", hasItem(HANDLING))
        .body("rules.find { it.id == '" + HANDLING + "' }.names.zh", not(nullValue()));
    get("indicators/closed-in-time/failed?period=2026-04").body("then.size()", equalTo(0));

    tells("decision-made", "2026-05-04T01:00:00Z", Map.of());

    var id =
        get("indicators/closed-in-time/failed?period=2026-04").extract().path("deadlines[0].id");
    get("indicators/closed-in-time/failed?period=2026-04")
        .body("deadlines.status", contains("met-late"))
        .body("then." + quoted(id) + ".outcome", equalTo("overdue"))
        .body("then." + quoted(id) + ".names.zh", equalTo("超期未完成"));
  }

  private static String quoted(Object name) {
    return "'" + name + "'";
  }

  @Test
  void the_present_tells_what_is_late_now_of_a_unit_and_of_one_officer() {
    var late = get("present").statusCode(200).body("today", equalTo("2026-05-04")).extract();

    assertThat(late.<Integer>path("all.figures.overdue.count")).isPositive();
    get("present")
        .body("unit", equalTo(unit))
        .body("all.names.zh", equalTo("示例所"))
        .body("all.figures.overdue.deadlines", equalTo("unit=" + unit + "&status=breached"))
        .body("all.figures.breached.count", equalTo(0))
        .body("all.lastMonth.from", equalTo("2026-04-01"))
        .body("all.lastMonth.to", equalTo("2026-04-04"))
        .body("below", empty())
        .body("since", equalTo("2026-05-02T16:00:00Z"))
        .body("weekEndsOn", equalTo("2026-05-10"))
        .body("zone", equalTo("Asia/Shanghai"));
    get("present/officers/O1")
        .body("figures.overdue.count", equalTo(late.<Integer>path("all.figures.overdue.count")))
        .body("figures.overdue.deadlines", equalTo("unit=" + unit + "&officer=O1&status=breached"));
    get("present/officers/O2").body("figures.overdue.count", equalTo(0));

    tells("decision-made", "2026-05-04T01:00:00Z", Map.of());

    get("present").body("all.figures.metLate.count", equalTo(1));
    bench
        .asSupervisorOf("X01")
        .get("/api/v1/present")
        .then()
        .body("below.unit", hasItem(unit))
        .body("below.find { it.unit == '" + unit + "' }.figures.metLate.count", equalTo(1));
  }

  @Test
  void the_sums_built_anew_are_the_same() {
    var before = get("statistics/deadlines?by=rule&" + APRIL).extract().path("groups");

    administrator(null).post("/api/v1/statistics/rebuild").then().statusCode(200);

    get("statistics/deadlines?by=rule&" + APRIL).body("groups", equalTo(before));
    administrator("X0101").post("/api/v1/statistics/rebuild").then().statusCode(403);
  }

  @Test
  void nobody_counts_the_deadlines_of_another_unit() {
    for (var path :
        List.of(
            "statistics/deadlines",
            "statistics/corrections",
            "statistics/safe-days",
            "present",
            "present/officers/O1",
            "indicators",
            "indicators/closed-in-time",
            "indicators/closed-in-time/failed")) {
      bench
          .asSupervisorOf("X0102")
          .queryParam("unit", unit)
          .get("/api/v1/" + path)
          .then()
          .statusCode(400)
          .body("violations.pointer", contains("/unit"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statistics/deadlines?by=colour",
        "statistics/deadlines?view=later",
        "statistics/deadlines?from=2026-02-30",
        "statistics/deadlines?from=2026-03-02&to=2026-03-01",
        "statistics/deadlines?from=2025-01-01&to=2026-01-02",
        "statistics/deadlines?limit=0",
        "statistics/corrections?after=x",
        "indicators?period=2026-13",
        "indicators?period=2026-W54",
        "indicators?period=2025-W53",
        "indicators?period=2026",
        "indicators/closed-in-time/failed?after=x"
      })
  void what_makes_no_sense_is_refused(String path) {
    get(path).statusCode(400).body("violations", not(empty()));
  }

  @Test
  void an_indicator_of_notification_is_not_told_here() {
    get("indicators/no-such-indicator").statusCode(404);
  }

  private static RequestSpecification administrator(@Nullable String unit) {
    var token = TestTokens.of("administrator");
    return RestAssured.given().auth().oauth2((unit == null ? token : token.unit(unit)).sign());
  }

  private void tells(String type, String at, Map<String, Object> facts) {
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
            facts.isEmpty() ? Map.of() : Map.of("facts", facts));
    bench.send(event);
    bench.awaitEvaluated(event);
  }

  private ValidatableResponse get(String path) {
    return bench.asSupervisorOf("X01").queryParam("unit", unit).get("/api/v1/" + path).then();
  }

  private static String group(String key) {
    return "groups.find { it.key == '" + key + "' }";
  }

  private static String correction() {
    return "corrections.find { it.rule == '" + HANDLING + "' }";
  }

  private static String indicator() {
    return "indicators.find { it.id == 'closed-in-time' }";
  }
}
