package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.Subject;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class ExplainingADeadlineTest {

  private static final String HANDLING = "public-security-case-handling";
  private static final String PATH = "/api/v1/deadlines/{id}/explanation";

  @Inject MonitorTestBench bench;

  @BeforeEach
  void aBureauInSummer() {
    bench.clock().set("2026-07-02T02:00:00Z");
    bench.aSmallBureau();
  }

  @Test
  void a_program_gets_the_days_of_the_period_beside_the_trace() {
    var id = aCaseWithEverything();

    bench
        .asSupervisorOf("X01")
        .get(PATH, id)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("reproduced", equalTo(true))
        .body("days[0].date", equalTo("2026-03-02"))
        .body("days[0].mark", equalTo("start"))
        .body("days[1].number", equalTo(1))
        .body("days.findAll { it.mark == 'left-out' }", hasSize(6))
        .body("days.findAll { it.number != null }", hasSize(60))
        .body("days.findAll { it.last }", hasSize(1));
  }

  @Test
  void a_person_gets_a_page_that_needs_nothing_else() {
    var page = annex(aCaseWithEverything(), "");

    page.then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .header("Vary", equalTo("Accept"));
    var html = page.asString();
    assertThat(html)
        .contains("lang=\"zh-CN\"", "期限计算说明", "法定期限", "治安管理处罚法", "结果一致")
        .contains("2026-03-11，扣除", "最后一日", "逐日计算")
        .as("the refused extension with its reason")
        .contains("未生效的延长", "批准时期限已届满")
        .as("no link, script or picture from elsewhere")
        .doesNotContain("http:", "https:", "<script", "<img", "<link", "NOT_FOUND");
  }

  @Test
  void the_page_speaks_english_when_asked() {
    var html = annex(aCaseWithEverything(), "en").asString();

    assertThat(html)
        .contains("lang=\"en\"", "Explanation of a deadline", "statutory", "Day by day")
        .contains("2026-03-02, start day", "it was approved after the last day");
    bench
        .asSupervisorOf("X01")
        .accept("text/html")
        .get(PATH + "?lang=fr", UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  @Test
  void what_came_from_outside_is_escaped() {
    var caseId = bench.aNewCase() + "<b>&";
    var html =
        annex(
                idOf(
                    caseId,
                    HANDLING,
                    bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of())),
                "")
            .asString();

    assertThat(html).contains("&lt;b&gt;&amp;").doesNotContain("<b>&");
  }

  @Test
  void a_decided_term_that_the_law_does_not_allow_is_told_where_the_trace_begins() {
    var caseId = bench.aNewCase();
    var entered =
        bench.event(
            caseId,
            new Subject("person", "P-1"),
            "detention-house-entered",
            "2026-03-02T02:00:00Z",
            Map.of("term", "P16D"));
    var page = annex(idOf(caseId, "admin-detention-term", entered), "en");

    page.then().statusCode(200);
    assertThat(page.asString()).contains("15 calendar-days is counted");
  }

  @Test
  void an_internal_standard_is_not_shown_as_law() {
    var internal =
        bench
            .asSupervisorOf("X01")
            .get("/api/v1/rules")
            .jsonPath()
            .<Map<String, Object>>getList(
                "rules.findAll { !it.statutory && it.starts.contains('case-closed') }");
    assertThat(internal).as("an internal rule that a closing starts").isNotEmpty();
    var caseId = bench.aNewCase();
    var id =
        idOf(
            caseId,
            internal.getFirst().get("id").toString(),
            bench.event(caseId, "case-closed", "2026-03-02T02:00:00Z", Map.of()));

    assertThat(annex(id, "").asString()).contains("内部标准（不是法律规定）").doesNotContain("法定期限", ">法律依据<");
  }

  @Test
  void a_paused_period_has_no_due_instant_but_the_days_so_far() {
    var caseId = bench.aNewCase();
    var filed = bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of());
    var commissioned =
        bench.event(caseId, "appraisal-commissioned", "2026-03-10T02:00:00Z", Map.of());

    var html = annex(idOf(caseId, HANDLING, filed, commissioned), "").asString();

    assertThat(html).contains("现无届满日", "计入 8 日");
  }

  @Test
  void a_period_in_hours_has_instants_and_no_days() {
    var caseId = bench.aNewCase();
    var arrived =
        bench.event(
            caseId,
            new io.caseclock.contract.Subject("person", "P-1"),
            "suspect-arrived",
            "2026-07-02T01:20:00Z",
            Map.of());
    bench.send(arrived);
    bench.awaitEvaluated(arrived);
    var id =
        bench
            .asSupervisorOf("X01")
            .get("/api/v1/deadlines?case=" + caseId)
            .path("deadlines[0].id")
            .toString();

    bench.asSupervisorOf("X01").get(PATH, id).then().body("days", hasSize(0));
    assertThat(annex(id, "").asString()).contains("届满时刻", "2026-07-02 09:20", "不逐日列出");
  }

  @Test
  void nobody_sees_the_annex_of_another_unit() {
    bench
        .asSupervisorOf("X0102")
        .accept("text/html")
        .get(PATH, aCaseWithEverything())
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  /** Filed, an appraisal of six days, one extension in time and one too late. */
  private String aCaseWithEverything() {
    var caseId = bench.aNewCase();
    return idOf(
        caseId,
        HANDLING,
        bench.event(caseId, "case-filed", "2026-03-02T02:00:00Z", Map.of()),
        bench.event(caseId, "appraisal-commissioned", "2026-03-10T02:00:00Z", Map.of()),
        bench.event(caseId, "appraisal-opinion-received", "2026-03-16T02:00:00Z", Map.of()),
        extension(caseId, "2026-04-02T02:00:00Z"),
        extension(caseId, "2026-06-20T02:00:00Z"));
  }

  private CaseEvent extension(String caseId, String at) {
    return bench.event(
        caseId,
        "extension-approved",
        at,
        Map.of("rule", HANDLING, "adds", "P30D", "level", "city"));
  }

  private String idOf(String caseId, String rule, CaseEvent... events) {
    bench.send(events);
    for (var event : events) {
      bench.awaitEvaluated(event);
    }
    return bench
        .asSupervisorOf("X01")
        .queryParam("case", caseId)
        .get("/api/v1/deadlines")
        .path("deadlines.find { it.rule == '" + rule + "' }.id")
        .toString();
  }

  private Response annex(String id, String language) {
    var asked = bench.asSupervisorOf("X01").accept("text/html");
    return language.isEmpty()
        ? asked.get(PATH, id)
        : asked.queryParam("lang", language).get(PATH, id);
  }
}
