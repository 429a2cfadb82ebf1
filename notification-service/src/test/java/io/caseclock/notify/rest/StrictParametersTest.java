package io.caseclock.notify.rest;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.breachOf;
import static io.caseclock.notify.Office.l1;
import static io.caseclock.notify.Office.o1;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An unknown word never answers with an empty list, which reads as if nothing were overdue. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class StrictParametersTest {

  @Inject Office office;

  @BeforeEach
  void open() {
    office.open();
    office.hears(breachOf("D1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/notices?state=DELIVERED | state | state is one of accepted, closed, delivered",
        "/api/v1/notices?unit=D0999 | unit | unit is one of D01, D0102, D0103",
        "/api/v1/tasks?kind=no-kind | kind | kind is one of",
        "/api/v1/tasks?state=Open | state | state is one of done, open, overdue, withdrawn",
        "/api/v1/tasks?unit=D0999 | unit | unit is one of D01, D0102, D0103",
        "/api/v1/escalations?state=climbed | state | is one of acknowledged, climbing, ended",
        "/api/v1/notices?stage=signed | stage | stage is one of done, objected, rectifying, review",
        "/api/v1/notices?sort=newer | sort | sort is one of due, newest, oldest, severity",
        "/api/v1/notices?severity=high | severity | severity is one of grave, ordinary, serious",
        "/api/v1/notices?list=no-list | list | list is one of",
        "/api/v1/notices?rule=no-rule | rule | rule is one of",
        "/api/v1/notices?issuer=D0999 | issuer | issuer is one of D01, D0102, D0103",
        "/api/v1/notices?late=yes | late | late is one of false, true",
        "/api/v1/notices?from=tomorrow | from | from is a day such as 2026-03-20",
        "/api/v1/notices?from=2026-03-20&to=2026-03-19 | to | to lies before from",
        "/api/v1/notices/counts?stage=x | stage | stage is one of",
        "/api/v1/tasks?dueTo=2026-3-1 | dueTo | dueTo is a day such as 2026-03-20",
        "/api/v1/escalations?sort=x | sort | sort is one of newest, next, oldest, severity",
        "/api/v1/escalations?severity=x | severity | severity is one of grave, ordinary, serious",
        "/api/v1/inbox?kind=letter | kind | kind is one of breach, bulletin",
        "/api/v1/statistics/accuracy?of=guesses | of | of is one of predictions, warnings",
        "/api/v1/statistics/accuracy?by=Rule | by | by is one of rule, source, unit",
        "/api/v1/statistics/accuracy?unit=D0999 | unit | unit is one of D01, D0102, D0103",
      })
  void a_word_that_is_none_is_refused_and_the_known_ones_are_named(
      String path, String name, String detail) {
    chief()
        .get(path)
        .then()
        .statusCode(400)
        .body("violations.pointer", equalTo(List.of("/" + name)))
        .body("detail", containsString(detail));
  }

  @Test
  void a_unit_of_somebody_else_is_like_one_that_is_not_there() {
    as("L3", "D0103", "legal-officer")
        .get("/api/v1/notices?unit=D0102")
        .then()
        .statusCode(400)
        .body("detail", containsString("unit is one of D0103; not"));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/inbox?unread=maybe",
    "/api/v1/inbox?after=-",
    "/api/v1/inbox/stream?after=nonsense",
    "/api/v1/notices?after=%2B999999999-12-31T23:59:59Z_x",
    "/api/v1/notices?after=-999999999-01-01T00:00:00Z_x",
    "/api/v1/notices?after=bm90IGEgY3Vyc29y",
    "/api/v1/notices?sort=severity&after=2026-03-12T16:00:00Z_x",
    "/api/v1/notices?limit=x",
    "/api/v1/notices?limit=0",
    "/api/v1/notices?text=",
    "/api/v1/notices/register?year=x",
    "/api/v1/notices/register?year=2026&limit=x",
    "/api/v1/escalations?after=x",
    "/api/v1/escalations?limit=501",
    "/api/v1/tasks?after=%2B999999999-12-31T23:59:59Z_x",
    "/api/v1/statistics/accuracy?from=%2B999999999-01-01",
  })
  void a_parameter_that_cannot_be_read_is_refused(String path) {
    o1().urlEncodingEnabled(false).get(path).then().statusCode(400);
  }

  @Test
  void a_day_that_no_calendar_has_is_refused() {
    var id = office.text("select id from notice");
    chief()
        .contentType("application/json")
        .body("{\"on\":\"+999999999-12-31\"}")
        .post("/api/v1/notices/" + id + "/plan")
        .then()
        .statusCode(400);
    chief()
        .contentType("application/json")
        .body("{\"planOn\":\"+999999999-12-31\",\"text\":\"x\"}")
        .post("/api/v1/escalations/D1:1:breach/acknowledge")
        .then()
        .statusCode(400);
  }

  @Test
  void what_is_said_twice_is_refused() {
    var id = office.text("select id from notice");
    l1().contentType("application/json")
        .body("{\"text\":\"a\",\"reason\":\"b\"}")
        .post("/api/v1/notices/" + id + "/withdraw")
        .then()
        .statusCode(400)
        .body("violations.pointer", equalTo(List.of("/reason")));
  }

  private static RequestSpecification chief() {
    return Office.s1();
  }
}
