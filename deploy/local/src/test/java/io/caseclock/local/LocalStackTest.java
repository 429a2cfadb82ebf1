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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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

  @Test
  void a_replica_of_another_build_comes_beside_the_others_and_takes_their_place()
      throws IOException {
    var build = directory.resolve("another build");
    tinyService(ServiceKind.INTAKE.jar(build));
    try (var stack = LocalStack.start(servers(), ProgressListener.SILENT)) {
      var usual = stack.add(ServiceKind.INTAKE, build);
      var other = stack.add(ServiceKind.INTAKE, build);

      assertThat(usual.baseUrl()).isEqualTo(stack.intakeUrl());
      assertThat(other.isReady()).isTrue();
      assertThat(stack.replicas(ServiceKind.INTAKE)).containsExactly(usual, other);
      assertThat(other.log()).isNotEqualTo(usual.log());

      stack.remove(usual);
      assertThat(usual.isAlive()).isFalse();
      assertThat(stack.replicas(ServiceKind.INTAKE)).containsExactly(other);

      var next = stack.add(ServiceKind.INTAKE, build);
      assertThat(next.baseUrl()).isEqualTo(stack.intakeUrl());
      assertThat(stack.service(ServiceKind.INTAKE)).isSameAs(next);
      assertThatThrownBy(() -> stack.add(ServiceKind.MONITOR, build))
          .hasMessageContaining("deadline-monitor-service is not built");
    }
  }

  @Test
  void a_service_that_ends_after_it_was_ready_is_named_and_nothing_is_announced() throws Exception {
    var build = directory.resolve("another build");
    tinyService(ServiceKind.MONITOR.jar(build));
    var options =
        servers()
            .builtIn(build)
            .only(EnumSet.of(ServiceKind.MONITOR))
            .told("TINY_SERVICE", "asked");
    var stack = LocalStack.prepare(options, ProgressListener.SILENT);
    stack.start();
    stack.service(ServiceKind.MONITOR).handle().orElseThrow().onExit().get(30, TimeUnit.SECONDS);

    assertThatThrownBy(stack::announceReady)
        .isInstanceOf(StackException.class)
        .hasMessageContaining("monitor ended by itself (exit code 4)")
        .hasMessageContaining("monitor.log")
        .hasMessageContaining("tiny service says hello");
    assertThat(stack.options().directory().stackFile()).doesNotExist();
    assertThat(FreePort.isTaken(stack.postgres().port())).isFalse();
  }

  @Test
  void a_service_that_no_longer_answers_is_named_before_anything_is_announced() throws Exception {
    var build = directory.resolve("another build");
    tinyService(ServiceKind.MONITOR.jar(build));
    var options =
        servers()
            .builtIn(build)
            .only(EnumSet.of(ServiceKind.MONITOR))
            .told("TINY_SERVICE", "silent");
    var stack = LocalStack.prepare(options, ProgressListener.SILENT);
    stack.start();

    assertThatThrownBy(stack::announceReady)
        .isInstanceOf(StackException.class)
        .hasMessageContaining("monitor does not answer on port")
        .hasMessageContaining("monitor.log");
    assertThat(stack.options().directory().stackFile()).doesNotExist();
  }

  private static void tinyService(Path jar) throws IOException {
    Files.createDirectories(Objects.requireNonNull(jar.getParent()));
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, TinyService.class.getName());
    var name = TinyService.class.getName().replace('.', '/') + ".class";
    try (var file = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var code = TinyService.class.getResourceAsStream("/" + name)) {
      file.putNextEntry(new JarEntry(name));
      Objects.requireNonNull(code).transferTo(file);
    }
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
