package io.caseclock.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresServerTest {

  private static final String PASSWORD = "for-this-test-only";

  @TempDir Path directory;

  @Test
  void a_persistent_server_waits_for_the_disk_and_listens_on_the_loopback() throws SQLException {
    try (var server = persistent()) {
      assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
      assertThat(ask(server, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(ask(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server, "SHOW server_encoding")).isEqualTo("UTF8");
    }
  }

  @Test
  void what_was_committed_outlives_a_kill_of_the_server() throws SQLException {
    try (var server = persistent()) {
      execute(server, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (1), (2)");

      server.kill();
      assertThat(server.isAlive()).isFalse();
      server.restart();

      assertThat(ask(server, "SELECT count(*) FROM kept")).isEqualTo("2");
    }
  }

  @Test
  void a_server_left_by_a_killed_launcher_is_stopped_before_the_next_one_starts()
      throws SQLException {
    var left = persistent();
    execute(left, "CREATE TABLE kept (id int)");
    var orphan = left.postmaster();

    try (var server = persistent()) {
      assertThat(server.stoppedAnOrphan()).isTrue();
      assertThat(RunningProcess.isRunning(orphan)).isFalse();
      assertThat(server.postmaster().pid()).isNotEqualTo(orphan.pid());
      assertThat(ask(server, "SELECT count(*) FROM kept")).isEqualTo("0");
    }
  }

  @Test
  void a_start_after_a_proper_stop_finds_no_orphan() {
    persistent().close();

    try (var server = persistent()) {
      assertThat(server.stoppedAnOrphan()).isFalse();
    }
  }

  @Test
  void a_taken_port_is_named() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = taken.getLocalPort();

      assertThatThrownBy(() -> EmbeddedPostgresServer.persistent(directory, port, PASSWORD).close())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessage("Port " + port + " for PostgreSQL is taken by another program.");
    }
  }

  @Test
  void a_half_written_data_directory_is_refused_with_what_is_missing() throws IOException {
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(directory.resolve("data/PG_VERSION"), "18\n");

    assertThatThrownBy(() -> persistent().close())
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("half-written (postgresql.conf is missing)");
  }

  @Test
  void data_of_another_major_version_is_refused() throws IOException {
    persistent().close();
    Files.writeString(directory.resolve("data/PG_VERSION"), "15\n");

    assertThatThrownBy(() -> persistent().close())
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("made by PostgreSQL 15, and this is PostgreSQL 18");
  }

  @Test
  void a_connection_without_the_password_is_refused() {
    try (var server = persistent()) {
      assertThatThrownBy(
              () -> server.superuser("postgres").getConnection("postgres", "a wrong one").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void an_ephemeral_server_leaves_no_file_and_no_process() throws SQLException {
    var server = EmbeddedPostgresServer.ephemeral();
    var files = Path.of(ask(server, "SHOW data_directory"));
    var postmaster = server.postmaster();

    server.close();

    assertThat(files).doesNotExist();
    assertThat(files.getParent()).doesNotExist();
    assertThat(RunningProcess.isRunning(postmaster)).isFalse();
  }

  private EmbeddedPostgresServer persistent() {
    return EmbeddedPostgresServer.persistent(directory, 0, PASSWORD);
  }

  private static String ask(EmbeddedPostgresServer server, String query) throws SQLException {
    try (var connection = server.superuser("postgres").getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static void execute(EmbeddedPostgresServer server, String sql) throws SQLException {
    try (var connection = server.superuser("postgres").getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
