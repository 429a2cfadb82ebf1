package io.caseclock.notify;

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
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "notification"),
      @ResourceArg(name = "owner", value = "other")
    })
class AuditLogRightsTest extends AuditLogRightsBehaviour {

  @Inject DataSource database;

  @Test
  void evidence_goes_by_the_one_function_alone() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "insert into purged_evidence"
                          + " values ('x', 'x', 1, 'x', 1, 'x', '2020-01-01Z', '2020-01-01Z')"))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
      assertThat(statement.execute("select * from purge_evidence('2020-01-01Z', 10)")).isTrue();
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
