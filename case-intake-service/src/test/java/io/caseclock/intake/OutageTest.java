package io.caseclock.intake;

import static io.caseclock.intake.IntakeDoor.SOURCE;
import static io.caseclock.intake.IntakeDoor.as;
import static io.caseclock.intake.IntakeDoor.caseFiled;
import static io.caseclock.intake.IntakeDoor.post;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OutageTest.KafkaAway.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "kafka", value = "false"))
class OutageTest {

  private static final int POOL = 4;

  /**
   * No broker listens there, the pool is small and waits long enough to make a connection, and the
   * service support' settings stand beside the service's own.
   */
  public static class KafkaAway implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kafka.bootstrap.servers", "127.0.0.1:1",
          "caseclock.clock.offset-file", "target/no-such-offset",
          "quarkus.datasource.jdbc.max-size", String.valueOf(POOL),
          "quarkus.datasource.jdbc.acquisition-timeout", "3S");
    }
  }

  @Inject DataSource pool;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @BeforeEach
  void units() {
    IntakeDoor.registerUnits();
  }

  @Test
  void events_are_accepted_while_kafka_is_away() {
    var event = caseFiled();

    post(event).statusCode(202);

    as("auditor", "D01")
        .get("/api/v1/receipts?source={s}&id={i}", SOURCE, event.get("id"))
        .then()
        .statusCode(200)
        .body("publishedAt", nullValue());
    assertThat(readiness()).isEqualTo(200);
  }

  @Test
  void whoever_asks_for_readiness_is_told_how_long_events_wait_and_the_service_stays_ready() {
    post(caseFiled()).statusCode(202);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'backlog' }.status", equalTo("UP"))
                    .body(
                        "checks.find { it.name == 'backlog' }.data.outbox",
                        greaterThanOrEqualTo(1)));
  }

  @Test
  void an_exhausted_pool_does_not_make_readiness_wait_for_the_backlog_as_well() {
    List<Connection> held = new ArrayList<>();
    try {
      holdAll(held);

      get("/q/health/ready")
          .then()
          .time(lessThan(6L), TimeUnit.SECONDS)
          .body("checks.find { it.name == 'backlog' }.status", equalTo("UP"));
    } finally {
      held.forEach(OutageTest::close);
    }
  }

  @Test
  void an_exhausted_pool_is_answered_with_503_and_a_time_to_come_back() {
    List<Connection> held = new ArrayList<>();
    try {
      holdAll(held);
      post(caseFiled())
          .statusCode(503)
          .header("Retry-After", notNullValue())
          .contentType("application/problem+json")
          .body("type", equalTo("urn:caseclock:problem:unavailable"));
    } finally {
      held.forEach(OutageTest::close);
    }
    post(caseFiled()).statusCode(202);
  }

  @Test
  void a_database_that_goes_away_is_answered_with_503_until_it_is_back() throws SQLException {
    var event = caseFiled();
    var database = url.substring(url.lastIndexOf('/') + 1);
    try (var elsewhere =
            DriverManager.getConnection(url.replace(database, "postgres"), user, password);
        var statement = elsewhere.createStatement()) {
      statement.execute("alter database " + database + " allow_connections false");
      try {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + database
                + "'");
        post(event).statusCode(503).header("Retry-After", notNullValue());
        await().atMost(Duration.ofSeconds(20)).until(() -> readiness() == 503);
      } finally {
        statement.execute("alter database " + database + " allow_connections true");
      }
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> post(event).statusCode(202).body("status", equalTo("accepted")));
    post(event).statusCode(200);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void holdAll(List<Connection> held) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              try {
                held.add(pool.getConnection());
                return false;
              } catch (SQLException e) {
                return true;
              }
            });
    assertThat(held).isNotEmpty();
  }

  private static int readiness() {
    return get("/q/health/ready").statusCode();
  }
}
