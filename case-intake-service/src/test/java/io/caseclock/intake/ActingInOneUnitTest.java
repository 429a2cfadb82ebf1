package io.caseclock.intake;

import static io.caseclock.intake.IntakeDoor.bearer;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static io.caseclock.intake.IntakeDoor.withData;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system that posts for several units. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "intake"))
class ActingInOneUnitTest {

  private static final String UNIT = "Caseclock-Unit";

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void a_system_posts_for_the_unit_that_it_acts_in() {
    post(ofBoth(), caseFiled()).statusCode(202);
    post(ofBoth(), of("D02")).statusCode(403).body("violations.pointer", contains("/data/unit"));
    post(ofBoth().header(UNIT, "D02"), of("D02")).statusCode(202);
    post(ofBoth().header(UNIT, "D02"), caseFiled())
        .statusCode(403)
        .body("violations.pointer", contains("/data/unit"));
  }

  @Test
  void a_receipt_is_read_in_the_unit_of_its_event() {
    var event = of("D02");
    post(ofBoth().header(UNIT, "D02"), event).statusCode(202);

    receipt(ofBoth(), event, 404);
    receipt(ofBoth().header(UNIT, "D02"), event, 200);
  }

  @Test
  void nothing_is_taken_in_for_a_unit_of_somebody_else() {
    var event = caseFiled();

    post(ofBoth().header(UNIT, "D0102"), event)
        .statusCode(403)
        .body("violations.pointer", contains("/" + UNIT));
    post(ofBoth().header(UNIT, "D0101", "D02"), event)
        .statusCode(400)
        .body("violations.pointer", contains("/" + UNIT));
    post(bearer(TestTokens.of("precinct-system").unit("D0101").sign()).header(UNIT, "D01"), event)
        .statusCode(403);

    receipt(ofBoth(), event, 404);
    post(ofBoth().header(UNIT, "D0101"), event).statusCode(202);
  }

  @Test
  void a_list_that_makes_no_sense_is_not_taken_for_no_unit_at_all() {
    var admin = bearer(TestTokens.of("administrator").units("D01", "D01").sign());

    post(admin, caseFiled())
        .statusCode(403)
        .body("type", equalTo("urn:caseclock:problem:not-allowed"));
  }

  private static Map<String, Object> of(String unit) {
    return withData(caseFiled(), "unit", unit);
  }

  private static void receipt(RequestSpecification as, Map<String, Object> event, int status) {
    as.queryParam("source", event.get("source"))
        .queryParam("id", event.get("id"))
        .get("/api/v1/receipts")
        .then()
        .statusCode(status);
  }

  private static RequestSpecification ofBoth() {
    return bearer(TestTokens.of("precinct-system").units("D0101", "D02").sign());
  }
}
