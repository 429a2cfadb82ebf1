package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.Subject;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A case in which the procuratorate owes the decisions on an arrest and on prosecution, and the
 * police other things, as a prosecutor reads it.
 */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class WhoseDutyTest {

  private static final String EXPLANATION = "/api/v1/deadlines/{id}/explanation?lang=";
  private static final String ARREST = "procuratorate-arrest-review";
  private static final String PROSECUTION = "prosecution-review";
  private static final String HANDLING = "public-security-case-handling";

  @Inject MonitorTestBench bench;

  private String caseId = "";

  @BeforeEach
  void aCaseThatWaitsForTheProcuratorate() {
    bench.clock().set("2026-03-10T02:00:00Z");
    bench.aSmallBureau();
    caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    var asked =
        bench.event(
            caseId,
            new Subject("person", "P-1"),
            "arrest-request-received",
            "2026-03-05T02:00:00Z",
            Map.of());
    var transferred =
        bench.event(caseId, "transferred-for-prosecution", "2026-03-09T02:00:00Z", Map.of());
    bench.send(filed, asked, transferred);
    bench.awaitEvaluated(transferred);
  }

  @Test
  void a_prosecutor_lists_exactly_what_the_procuratorate_owes() {
    assertThat(rules("&duty=procuratorate")).containsExactlyInAnyOrder(ARREST, PROSECUTION);
    assertThat(rules("&duty=procuratorate&status=open&due=this-week")).containsExactly(ARREST);
  }

  @Test
  void what_the_police_owe_is_the_rest() {
    var rest = new ArrayList<>(rules(""));
    rest.removeAll(List.of(ARREST, PROSECUTION));

    assertThat(rules("&duty=authority"))
        .contains(HANDLING)
        .containsExactlyInAnyOrderElementsOf(rest);
    assertThat(rules("&duty=court")).isEmpty();
  }

  @Test
  void a_file_holds_the_same() {
    var file =
        new String(
            as("X01").accept("text/csv").get(path("&duty=procuratorate")).asByteArray(),
            StandardCharsets.UTF_8);

    assertThat(file.split("\r\n")).as(file).hasSize(3);
    assertThat(file).contains("检察院审查批准逮捕", "检察院审查起诉");
    assertThat(file.lines().findFirst()).hasValueSatisfying(it -> assertThat(it).contains("由谁办理"));
    assertThat(file.lines().skip(1)).allSatisfy(it -> assertThat(it).contains(",人民检察院,"));
  }

  @Test
  void each_row_tells_whose_duty_it_is() {
    list("&duty=procuratorate").then().body("deadlines.duty", everyItem(is("procuratorate")));
    list("&duty=authority").then().body("deadlines.duty", everyItem(is("authority")));
  }

  @Test
  void another_reading_of_the_law_is_told_where_it_gives_another_day() {
    list("&rule=" + PROSECUTION)
        .then()
        .body("deadlines.dueOn", contains("2026-04-09"))
        .body("deadlines[0].alternativeOn", nullValue());
  }

  @ParameterizedTest
  @CsvSource({"zh, 人民检察院", "en, The procuratorate"})
  void the_annex_names_the_organ_in_words(String language, String organ) {
    String id = list("&duty=procuratorate").path("deadlines[0].id");

    var annex = as("X01").accept("text/html").get(EXPLANATION + language, id).asString();

    assertThat(annex).contains(organ).doesNotContain(">procuratorate<");
  }

  @Test
  void a_prosecutor_of_another_unit_sees_none_of_it() {
    as("X0102").get(path("&duty=procuratorate")).then().statusCode(200).body("deadlines", empty());
  }

  @ParameterizedTest
  @CsvSource({"police", "Procuratorate", "procuratorate%20", "%3Cb%3E", "nobody"})
  void an_organ_that_no_rule_names_is_refused_with_those_that_are(String duty) {
    list("&duty=" + duty)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/duty"))
        .body("violations[0].message", containsString("authority"))
        .body("violations[0].message", containsString("procuratorate"));
  }

  private List<String> rules(String more) {
    return list(more).then().statusCode(200).extract().path("deadlines.rule");
  }

  private Response list(String more) {
    return as("X01").get(path(more));
  }

  private String path(String more) {
    return "/api/v1/deadlines?case=" + caseId + more;
  }

  private static RequestSpecification as(String unit) {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(TestTokens.of("prosecutor").unit(unit).sign());
  }
}
