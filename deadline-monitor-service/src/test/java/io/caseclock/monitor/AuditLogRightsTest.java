package io.caseclock.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.testsupport.AuditLogRightsBehaviour;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "monitor"),
      @ResourceArg(name = "owner", value = "other")
    })
class AuditLogRightsTest extends AuditLogRightsBehaviour {

  @Inject DataSource database;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update case_event set data = '{}'",
        "delete from case_event",
        "truncate case_event",
        "delete from case_event_3",
        "truncate case_event_3",
        "delete from case_level_change",
        "alter function purge_timelines(timestamptz, integer) security invoker",
      })
  void contents_of_timelines_go_by_the_one_function_alone(String otherWay) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(otherWay))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
      assertThat(statement.execute("select * from purge_timelines('2020-01-01Z', 10)")).isTrue();
    }
  }

  @Override
  protected DataSource database() {
    return database;
  }

  @Override
  protected int port() {
    return RestAssured.port;
  }
}
