package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfrastructureResourceTest {

  @Test
  void a_service_owns_its_schema_and_nothing_else() throws SQLException {
    var database = TestDatabase.withSchema("intake");

    try (var connection = database.dataSource().getConnection()) {
      assertThat(ask(connection, "SELECT current_user || '/' || current_schema()"))
          .isEqualTo("intake/intake");
      assertThat(ask(connection, "SHOW timezone")).isEqualTo("America/Los_Angeles");
      assertThatThrownBy(() -> ask(connection, "CREATE TABLE public.t (id int)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void a_service_may_write_rows_where_another_owns_the_schema() throws SQLException {
    var database = TestDatabase.withSchemaOfAnother("intake");

    try (var owner = database.owner().dataSource().getConnection();
        var service = database.dataSource().getConnection()) {
      assertThat(ask(owner, "SELECT current_user || '/' || current_schema()"))
          .isEqualTo("intake_migration/intake");
      assertThat(ask(service, "SELECT current_user || '/' || current_schema()"))
          .isEqualTo("intake/intake");
      owner.createStatement().execute("CREATE TABLE t (id int)");
      assertThat(ask(service, "INSERT INTO t VALUES (7) RETURNING id")).isEqualTo("7");
      assertThatThrownBy(() -> ask(service, "DROP TABLE t"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("must be owner");
    }
  }

  @Test
  void every_database_is_fresh_and_the_servers_are_shared() throws SQLException {
    var first = configuration();
    var second = configuration();

    assertThat(first.get("quarkus.datasource.jdbc.url"))
        .isNotEqualTo(second.get("quarkus.datasource.jdbc.url"));
    assertThat(first.get("kafka.bootstrap.servers"))
        .isEqualTo(second.get("kafka.bootstrap.servers"));
    try (var connection = TestDatabase.fresh().getConnection()) {
      assertThat(ask(connection, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
          .isEqualTo("0");
    }
  }

  @Test
  void a_daemon_that_accepts_and_says_nothing_does_not_hold_a_build_up() throws IOException {
    try (var mute = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var address = new InetSocketAddress("127.0.0.1", mute.getLocalPort());

      assertThat(DockerProbe.answers(address, Duration.ofMillis(100))).isFalse();
    }
  }

  private static Map<String, String> configuration() {
    var resource = new InfrastructureResource();
    resource.init(Map.of("schema", "monitor"));
    return resource.start();
  }

  private static String ask(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
