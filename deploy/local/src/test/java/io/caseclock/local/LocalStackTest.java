package io.caseclock.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.embedded.FreePort;
import io.caseclock.embedded.RunningProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

  @TempDir Path directory;

  @Test
  void servers_outlive_a_kill_and_leave_nothing_when_the_stack_is_closed() throws SQLException {
    var stack = LocalStack.start(servers(), ProgressListener.SILENT);
    var kafka = stack.kafka().handle();
    try {
      stack.postgres().kill();
      stack.kafka().kill();
      stack.postgres().restart();
      stack.kafka().start();

      assertThat(RunningProcess.isRunning(kafka)).isFalse();
      assertThat(schemaSeenBy(stack, ServiceKind.MONITOR)).isEqualTo("monitor");
    } finally {
      stack.close();
    }
    assertThat(FreePort.isTaken(stack.postgres().port())).isFalse();
    assertThat(FreePort.isTaken(stack.kafka().port())).isFalse();
    assertThat(stack.options().directory().stackFile()).doesNotExist();
  }

  @Test
  void a_second_stack_on_the_same_directory_is_refused() {
    try (var stack = LocalStack.prepare(servers(), ProgressListener.SILENT)) {
      assertThatThrownBy(() -> LocalStack.prepare(stack.options(), ProgressListener.SILENT))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("running already");
    }
  }

  @Test
  void a_taken_port_is_named_with_the_option_that_changes_it() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var port = taken.getLocalPort();
      var options = servers().on(new StackPorts(0, port, 0, 0, 0));

      assertThatThrownBy(() -> LocalStack.start(options, ProgressListener.SILENT))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("Port " + port + " (intake)")
          .hasMessageContaining("--intake-port or CASECLOCK_INTAKE_PORT");
    }
  }

  @Test
  void a_half_written_data_directory_is_answered_with_the_way_out() throws IOException {
    Files.createDirectories(directory.resolve("postgres/data/base"));

    assertThatThrownBy(() -> LocalStack.start(servers(), ProgressListener.SILENT))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("half-written")
        .hasMessageContaining("--fresh");
  }

  @Test
  void a_service_that_is_not_built_is_named() {
    var options = servers().only(EnumSet.of(ServiceKind.INTAKE));

    assertThatThrownBy(() -> LocalStack.start(options, ProgressListener.SILENT))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("case-intake-service is not built");
  }

  private StackOptions servers() {
    return StackOptions.in(directory)
        .keptIn(directory)
        .on(new StackPorts(0, 0, 0, 0, 0))
        .only(Set.of());
  }

  private static String schemaSeenBy(LocalStack stack, ServiceKind service) throws SQLException {
    var password = stack.secrets().password("postgres-" + service.schema());
    try (var connection =
            DriverManager.getConnection(
                stack.postgres().jdbcUrl("caseclock"), service.schema(), password);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT current_schema()")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
