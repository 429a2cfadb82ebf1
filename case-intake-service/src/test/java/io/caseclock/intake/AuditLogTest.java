package io.caseclock.intake;

import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnedByAnother.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "intake"),
      @ResourceArg(name = "owner", value = "other")
    })
class AuditLogTest {

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void a_change_is_kept_and_an_event_is_not_since_the_journal_has_it() {
    var source = "urn:precinct:audit:" + UUID.randomUUID();
    post(caseFiled()).statusCode(202);
    as("administrator", "D01").delete("/api/v1/sources/" + source + "/go-live");

    await()
        .untilAsserted(
            () ->
                as("auditor", "D01")
                    .get("/api/v1/audit-log?limit=500")
                    .then()
                    .statusCode(200)
                    .body("entries.ids.source", hasItem(source)));
    as("auditor", "D01")
        .get("/api/v1/audit-log?limit=500")
        .then()
        .body("entries.operation", everyItem(not(startsWith("POST /api/v1/events"))));
  }
}
