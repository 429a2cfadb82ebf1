package io.caseclock.monitor;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.caseclock.pack.file.PackFiles;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A comparison that goes on by itself. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class ComparingAPackTest {

  private static final String RUN = "/api/v1/impact-run";
  private static final Map<String, String> SHIPPED =
      PackFiles.shipped("cn-public-security").texts();

  @Inject MonitorTestBench bench;

  private final String account = "sup-" + UUID.randomUUID();

  @BeforeEach
  void aCase() {
    bench.aSmallBureau();
    bench.clock().set("2026-03-02T03:00:00Z");
    var filed = bench.event(bench.aNewCase(), "case-filed", "2026-03-02T02:00:00Z", Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
  }

  @Test
  void it_tells_how_far_it_is_and_at_its_end_what_would_change() {
    asSupervisor()
        .contentType("application/json")
        .body(Map.of("files", SHIPPED))
        .post(RUN)
        .then()
        .statusCode(202)
        .body("state", equalTo("running"))
        .body("pack", equalTo("cn-public-security"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !asSupervisor().get(RUN).path("state").equals("running"));
    asSupervisor()
        .get(RUN)
        .then()
        .statusCode(200)
        .body("state", equalTo("done"))
        .body("report.open", notNullValue())
        .body("report.counts", equalTo(Map.of()));
    asSupervisor()
        .accept("text/csv")
        .get(RUN)
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString("attachment"))
        .body(containsString("deadline,case,"));
  }

  @Test
  void it_is_the_callers_own_and_only_in_the_unit_it_was_made_for() {
    asSupervisor().get(RUN).then().statusCode(404).body("detail", containsString("POST"));
    asSupervisor().accept("text/csv").get(RUN).then().statusCode(404);
  }

  @Test
  void a_pack_with_mistakes_is_refused_before_anything_begins() {
    asSupervisor()
        .contentType("application/json")
        .body(Map.of("files", Map.of("pack.yaml", "id: x\n")))
        .post(RUN)
        .then()
        .statusCode(400)
        .body("violations", not(empty()))
        .body("violations[0].pointer", containsString("/files/"))
        .body("violations[0].message", containsString("line "));
    asSupervisor().get(RUN).then().statusCode(404);
  }

  private RequestSpecification asSupervisor() {
    return RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("supervisor").name(account).unit("X01").sign());
  }
}
