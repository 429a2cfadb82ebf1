package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.contract.Subject;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class ListingDeadlinesTest {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject MonitorTestBench bench;

  private String caseId = "";

  @BeforeEach
  void oneCaseFiledInMarch() {
    bench.clock().set("2026-03-10T02:00:00Z");
    bench.aSmallBureau();
    caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
  }

  @Test
  void each_row_says_in_which_zone_its_days_are_and_what_it_is_about() {
    list("case=" + caseId)
        .then()
        .statusCode(200)
        .body("deadlines", not(hasSize(0)))
        .body("deadlines.zone", everyItem(is("Asia/Shanghai")))
        .body("deadlines.names.zh", everyItem(notNullValue()))
        .body("deadlines.caseId", everyItem(is(caseId)));
  }

  @Test
  void a_window_is_of_days_of_the_packs_zone() {
    list("case="
            + caseId
            + "&rule=public-security-case-handling&dueOnFrom=2026-04-01&dueOnTo=2026-04-01")
        .then()
        .body("deadlines.dueOn", contains("2026-04-01"));
    bench.clock().set("2026-03-31T15:59:00Z");
    list("case=" + caseId + "&rule=public-security-case-handling&due=tomorrow")
        .then()
        .body("deadlines", hasSize(1));
    bench.clock().set("2026-03-31T16:00:00Z");
    list("case=" + caseId + "&rule=public-security-case-handling&due=today")
        .then()
        .body("deadlines", hasSize(1));
    list("case=" + caseId + "&rule=public-security-case-handling&due=overdue")
        .then()
        .body("deadlines", hasSize(0));
    bench.clock().set("2026-04-01T16:00:00Z");
    list("case=" + caseId + "&rule=public-security-case-handling&due=overdue&status=open")
        .then()
        .body("deadlines.status", contains("breached"));
  }

  @Test
  void elements_and_ids_are_asked_for_by_name() {
    var id =
        list("case=" + caseId + "&element=case").then().extract().<String>path("deadlines[0].id");

    list("id=" + id).then().body("deadlines.id", contains(id));
    list("id=" + id + "&element=person").then().body("deadlines", hasSize(0));
    list("case=" + caseId + "&risk=high").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "sort=age, /sort",
    "due=yesterday, /due",
    "dueOnFrom=1.4.2026, /dueOnFrom",
    "dueOnFrom=2026-04-02&dueOnTo=2026-04-01, /dueOnTo",
    "element=thing, /element",
    "risk=huge, /risk",
    "id=1, /id",
    "status=opened, /status",
    "sort=unit&after=ZHVlfHwwMDAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDB8, /after"
  })
  void a_word_that_is_not_known_is_refused_with_those_that_are(String query, String pointer) {
    list(query).then().statusCode(400).body("violations.pointer", contains(pointer));
  }

  @Test
  void the_refusal_of_an_order_names_all_orders() {
    list("sort=age")
        .then()
        .body(
            "violations[0].message",
            equalTo(
                "expected one of [-due, -officer, -rule, -severity, -started, -unit, due, officer,"
                    + " rule, severity, started, unit]"));
  }

  @Test
  void pages_of_another_order_go_on_where_the_page_before_ended() {
    for (var person : List.of("P-1", "P-2")) {
      var arrived =
          bench.event(
              caseId,
              new Subject("person", person),
              "suspect-arrived",
              "2026-03-09T02:00:00Z",
              Map.of());
      bench.send(arrived);
      bench.awaitEvaluated(arrived);
    }
    var all =
        list("case=" + caseId + "&sort=-started")
            .then()
            .extract()
            .<List<String>>path("deadlines.id");
    var first = list("case=" + caseId + "&sort=-started&limit=1").then().extract();
    var next = first.<String>path("next");

    assertThat(all).hasSizeGreaterThan(1);
    list("case=" + caseId + "&sort=-started&limit=500&after=" + next)
        .then()
        .body("deadlines.id", is(all.subList(1, all.size())));
  }

  @Test
  void a_table_has_chinese_headings_names_and_the_mark_that_spreadsheets_want() {
    var table = as("text/csv", "case=" + caseId + "&rule=public-security-case-handling");

    table
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith("text/csv"))
        .header(
            "Content-Disposition",
            matchesPattern("attachment; filename=\"deadlines-\\d{4}-\\d\\d-\\d\\d\\.csv\""));
    var bytes = table.asByteArray();
    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    var lines = new String(bytes, StandardCharsets.UTF_8).split("\r\n", -1);
    assertThat(lines[0]).contains("级别,状态,期限,案件编号");
    assertThat(lines[1]).contains("办理中", caseId, "甲所", "2026-04-01", "2026-04-01 24:00", "案件");
    assertThat(lines).hasSize(3);
  }

  @Test
  void the_same_in_english_and_as_a_workbook() {
    assertThat(as("text/csv", "case=" + caseId + "&language=en").asString())
        .contains("Severity,Status,Deadline,Case", "Running", "Station A");
    var workbook = as(WORKBOOK, "case=" + caseId + "&language=en");
    workbook.then().statusCode(200).header("Content-Type", equalTo(WORKBOOK));
    assertThat(workbook.asByteArray()).startsWith('P', 'K');
  }

  @ParameterizedTest
  @ValueSource(strings = {"language=fr", "limit=5"})
  void a_table_takes_no_pages_and_two_languages(String query) {
    as("text/csv", query).then().statusCode(400);
  }

  @Test
  void a_table_holds_no_other_units_deadlines() {
    bench
        .asSupervisorOf("X0102")
        .accept("text/csv")
        .get("/api/v1/deadlines")
        .then()
        .statusCode(200)
        .body(not(containsString(caseId)));
    list("case=" + caseId).then().body("deadlines.caseId", hasItem(caseId));
  }

  private Response list(String query) {
    return bench.asSupervisorOf("X01").get("/api/v1/deadlines?" + query);
  }

  private Response as(String type, String query) {
    return bench.asSupervisorOf("X01").accept(type).get("/api/v1/deadlines?" + query);
  }
}
