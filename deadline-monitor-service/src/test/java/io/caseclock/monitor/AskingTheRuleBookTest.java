package io.caseclock.monitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class AskingTheRuleBookTest {

  private static final String RULES = "/api/v1/rules";
  private static final String HANDLING = "public-security-case-handling";
  private static final String COMPUTATION = RULES + "/" + HANDLING + "/computation";

  @Inject MonitorTestBench bench;

  @BeforeEach
  void aBureauInSummer() {
    bench.clock().set("2026-07-02T02:00:00Z");
    bench.aSmallBureau();
  }

  @Test
  void a_word_finds_rules_and_tells_how_many_stand_in_each_list() {
    asking()
        .queryParam("q", "刑诉法 第156条")
        .get(RULES)
        .then()
        .statusCode(200)
        .body("rules.id", hasItem("investigation-custody"))
        .body("total", greaterThan(0))
        .body("lists.rules.sum()", equalTo(countOf("刑诉法 第156条")))
        .body("elements.id", hasItem("person"));
  }

  private int countOf(String q) {
    return asking().queryParam("q", q).get(RULES).jsonPath().getInt("total");
  }

  @ParameterizedTest
  @CsvSource({
    "element, property",
    "list, venues",
    "confidence, from-memory",
    "statutory, false",
    "pack, cn-public-security"
  })
  void a_filter_leaves_only_what_it_names(String name, String value) {
    asking()
        .queryParam(name, value)
        .get(RULES)
        .then()
        .statusCode(200)
        .body("rules." + name + ".collect{it.toString()}", everyItem(equalTo(value)))
        .body("total", greaterThan(0));
  }

  @ParameterizedTest
  @CsvSource({
    "element, weather",
    "list, none",
    "confidence, high",
    "statutory, yes",
    "pack, none",
    "order, name",
    "after, none",
    "limit, 501",
    "limit, 0",
    "q, ''"
  })
  void what_is_no_word_of_ours_is_refused(String name, String value) {
    asking().queryParam(name, value).get(RULES).then().statusCode(400);
  }

  @Test
  void pages_go_through_all_rules_in_the_order_of_the_lists() {
    var all = asking().queryParam("order", "list").get(RULES).jsonPath().getList("rules.id");
    var first = asking().queryParam("order", "list").queryParam("limit", 200).get(RULES).jsonPath();
    var second =
        asking()
            .queryParam("order", "list")
            .queryParam("limit", 200)
            .queryParam("after", first.getString("next"))
            .get(RULES)
            .jsonPath();

    org.assertj.core.api.Assertions.assertThat(first.getList("rules.id"))
        .isEqualTo(all.subList(0, 200));
    org.assertj.core.api.Assertions.assertThat(second.getList("rules.id"))
        .isEqualTo(all.subList(200, Math.min(400, all.size())));
  }

  @Test
  void one_rule_names_what_belongs_to_it_and_shows_worked_examples() {
    asking()
        .get(RULES + "/" + HANDLING)
        .then()
        .statusCode(200)
        .body("zone", equalTo("Asia/Shanghai"))
        .body("listNames.zh", equalTo("案件结案"))
        .body("events.'case-filed'.zh", equalTo("立案"))
        .body("events.'mediation-failed'.zh", notNullValue())
        .body("indicatorNames.'closed-in-time'.zh", notNullValue())
        .body("levels.county.zh", notNullValue())
        .body("exampleCount", greaterThan(0))
        .body("examples[0].steps.zh", not(hasSize(0)))
        .body("basis[0].quote", containsString("三十日"));
  }

  @Test
  void a_computation_tells_the_day_the_steps_and_the_version() {
    compute("2026-03-02T10:00")
        .statusCode(200)
        .body("inForce", equalTo("2026"))
        .body("start", equalTo("2026-03-02T02:00:00Z"))
        .body("versions", hasSize(1))
        .body("versions[0].applies", equalTo(true))
        .body("versions[0].dueOn", equalTo("2026-04-01"))
        .body("versions[0].dueAt", equalTo("2026-04-01T16:00:00Z"))
        .body("versions[0].exact", equalTo(false))
        .body("versions[0].trace.kind", contains("start", "period"))
        .body("versions[0].trace[1].provision", notNullValue())
        .body("versions[0].otherReading", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02",
    "2026-03-02T10:00:30",
    "2026-03-02T02:00:00Z",
    "2026-03-02T10:00:00+08:00"
  })
  void a_start_is_a_day_a_local_time_or_an_instant(String start) {
    compute(start).statusCode(200).body("versions[0].dueOn", equalTo("2026-04-01"));
  }

  @ParameterizedTest
  @CsvSource({
    "start, 2026-13-02",
    "start, 2026-02-30T10:00",
    "start, 3 March",
    "start, 1899-12-31",
    "pause, 2026-03-10",
    "pause, 2026-03-20/2026-03-10",
    "pause, 2026-03-10/2026-03-20/case-filed",
    "extension, 30/2026-03-20",
    "extension, P30D",
    "extension, P30D/2026-03-20/nobody",
    "fact, custody",
    "fact, custody:maybe",
    "fact, weather:rain",
    "term, P1Y2M",
    "end, soon"
  })
  void what_cannot_be_supposed_is_refused_with_its_parameter(String name, String value) {
    var asked = asking();
    if (!name.equals("start")) {
      asked.queryParam("start", "2026-03-02");
    }
    asked
        .queryParam(name, value)
        .get(COMPUTATION)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", startsWith("/" + name));
  }

  @Test
  void a_start_is_needed_and_a_day_is_too_rough_for_hours() {
    asking().get(COMPUTATION).then().statusCode(400);
    asking()
        .queryParam("start", "2026-03-02")
        .queryParam("end", "2026-03-01")
        .get(COMPUTATION)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/end"));
    asking()
        .queryParam("start", "2026-03-02")
        .get(RULES + "/property-handover-24h/computation")
        .then()
        .statusCode(400);
    asking()
        .queryParam("start", "2026-03-02")
        .get(RULES + "/none/computation")
        .then()
        .statusCode(404);
  }

  private ValidatableResponse compute(String start) {
    return asking().queryParam("start", start).get(COMPUTATION).then();
  }

  private RequestSpecification asking() {
    return bench.asSupervisorOf("X0101");
  }
}
