package io.caseclock.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.embedded.FreePort;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

  @TempDir Path directory;

  @Test
  void a_killed_service_starts_again_on_its_port() {
    var service = tinyService(Map.of());
    try {
      service.start();
      service.awaitReady();
      var first = service.handle().orElseThrow();

      service.kill();
      assertThat(service.isReady()).isFalse();
      service.restart();

      assertThat(first.isAlive()).isFalse();
      assertThat(service.isReady()).isTrue();
      assertThat(service.handle().orElseThrow().pid()).isNotEqualTo(first.pid());
    } finally {
      service.stop();
    }
    assertThat(service.isAlive()).isFalse();
  }

  @Test
  void a_service_that_ends_while_it_starts_shows_its_last_words() {
    var service = tinyService(Map.of("TINY_SERVICE", "broken"));
    service.start();

    assertThatThrownBy(service::awaitReady)
        .isInstanceOf(StackException.class)
        .hasMessageContaining("tiny ended while it started")
        .hasMessageContaining("tiny service says hello");
  }

  @Test
  void a_process_number_that_was_given_to_another_is_not_taken_for_the_first() {
    var me = ProcessHandle.current();
    var entry = StackRecord.Entry.of("launcher", me, 0);
    var earlier = new StackRecord.Entry("launcher", me.pid(), entry.startedAtMillis() - 60_000, 0);

    assertThat(entry.running()).hasValue(me);
    assertThat(earlier.running()).isEmpty();
  }

  @Test
  void a_record_reads_what_it_wrote() {
    var me = StackRecord.Entry.of("launcher", ProcessHandle.current(), 0);
    var record = new StackRecord(StackRecord.State.READY, me, List.of(me));
    var file = directory.resolve("stack.json");

    record.write(file);

    assertThat(StackRecord.read(file)).hasValue(record);
  }

  private ServiceProcess tinyService(Map<String, String> environment) {
    var port = FreePort.any();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ServiceProcess(
        "tiny",
        List.of(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            TinyService.class.getName(),
            Integer.toString(port)),
        environment,
        port,
        directory.resolve("tiny.log"));
  }
}
