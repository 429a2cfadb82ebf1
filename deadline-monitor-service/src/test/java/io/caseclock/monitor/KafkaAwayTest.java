package io.caseclock.monitor;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KafkaAwayTest.KafkaAway.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "monitor"),
      @ResourceArg(name = "kafka", value = "false")
    })
class KafkaAwayTest {

  /** No broker listens there. */
  public static class KafkaAway implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
    }
  }

  @Test
  void the_monitor_starts_and_is_ready_while_its_channels_wait_for_the_broker() {
    RestAssured.get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'channels' }.data.values()", hasSize(3))
        .body("checks.find { it.name == 'channels' }.data.values()", everyItem(equalTo("waiting")));
    RestAssured.get("/q/health/ready")
        .then()
        .body(
            "checks.find { it.name == 'backlog' }.data.keySet()",
            containsInAnyOrder("outbox", "case-events", "notice-events", "directory"))
        .body("checks.find { it.name == 'backlog' }.data.'case-events'", equalTo(0));
    RestAssured.get("/q/health/live").then().statusCode(200);
  }
}
