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

  @Test
  void texts_of_messages_go_by_the_one_function_alone() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          insert into message (id, kind, unit, case_id, subject, title_zh, title_en, text_zh,
            text_en, severity, at)
          values ('kept', 'finding', 'D', 'A1', 'x', 'x', 'x', 'x', 'x', 'minor', now())
          """);
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      update message set text_zh = '', purged_at = now(),
                        sha256 = encode(sha256(convert_to('x' || chr(10) || 'x', 'UTF8')), 'hex')
                      where id = 'kept'
                      """))
          .hasMessageContaining("never changed");
      assertThatThrownBy(() -> statement.execute("delete from purged_inbox_entry"))
          .isInstanceOfSatisfying(
              SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
      assertThat(statement.execute("select * from purge_messages('2020-01-01Z', 10)")).isTrue();
      statement.execute("delete from message where id = 'kept'");
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
