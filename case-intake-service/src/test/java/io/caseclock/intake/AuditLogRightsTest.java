package io.caseclock.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.testsupport.AuditLogRightsBehaviour;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnedByAnother.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "schema", value = "intake"),
      @ResourceArg(name = "owner", value = "other")
    })
class AuditLogRightsTest extends AuditLogRightsBehaviour {

  @Inject DataSource database;

  @Test
  void contents_of_the_journal_go_by_the_one_function_alone() throws SQLException {
    IntakeDoor.registerUnits();
    IntakeDoor.post(IntakeDoor.caseFiled()).statusCode(202);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "update journal set purged_at = now(), officer = null, data = '{}' where type"
                          + " = 'case-filed'"))
          .hasMessageContaining("append-only");
      assertThat(statement.execute("select * from purge_journal('2020-01-01Z', 10)")).isTrue();
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
