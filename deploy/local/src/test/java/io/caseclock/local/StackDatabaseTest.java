package io.caseclock.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.local.secret.LocalSecrets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDatabaseTest {

  @TempDir Path directory;

  @Test
  void roots_are_the_units_above_which_nothing_is_known() throws SQLException {
    var secrets = LocalSecrets.in(directory);
    try (var server = EmbeddedPostgresServer.ephemeral()) {
      new ServiceDatabases(server, secrets).prepare();
      var database = new StackDatabase(server.port(), secrets);
      run(server, secrets, ServiceKind.MONITOR, "CREATE TABLE unit (id text, parent text)");

      assertThat(database.rootUnits()).isEmpty();

      run(
          server,
          secrets,
          ServiceKind.MONITOR,
          "INSERT INTO unit VALUES ('8801', '8800'), ('8800', NULL), ('7701', '7700')");
      assertThat(database.rootUnits()).containsExactly("7701", "8800");
    }
  }

  @Test
  void news_of_the_directory_are_no_events_of_cases() throws SQLException {
    var secrets = LocalSecrets.in(directory);
    try (var server = EmbeddedPostgresServer.ephemeral()) {
      new ServiceDatabases(server, secrets).prepare();
      var database = new StackDatabase(server.port(), secrets);

      assertThatThrownBy(database::caseEvents)
          .isInstanceOf(StackException.class)
          .hasMessageContaining("cannot be read");

      run(server, secrets, ServiceKind.INTAKE, "CREATE TABLE journal (type text)");
      run(
          server,
          secrets,
          ServiceKind.INTAKE,
          "INSERT INTO journal VALUES ('unit-registered'), ('officer-away'), ('case-filed')");
      assertThat(database.caseEvents()).isEqualTo(1);
    }
  }

  private static void run(
      EmbeddedPostgresServer server, LocalSecrets secrets, ServiceKind service, String sql)
      throws SQLException {
    var owner = ServiceDatabases.owner(service);
    try (var connection =
            DriverManager.getConnection(
                server.jdbcUrl(ServiceDatabases.DATABASE),
                owner,
                secrets.password("postgres-" + owner));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
