package io.caseclock.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackRecordTest {

  private static final ProcessHandle OURS = ProcessHandle.current();

  @TempDir Path directory;

  @Test
  void each_of_several_brokers_is_told_from_the_rest_when_it_is_read() {
    var file = directory.resolve("stack.json");
    var written =
        new StackRecord(
            StackRecord.State.READY,
            StackRecord.Entry.of("launcher", OURS, 0),
            List.of(
                StackRecord.Entry.of("postgres", OURS, 1),
                StackRecord.Entry.broker(1, OURS, 2),
                StackRecord.Entry.broker(3, OURS, 3),
                StackRecord.Entry.of("monitor-2", OURS, 4)));

    written.write(file);

    assertThat(StackRecord.read(file)).contains(written);
    assertThat(written.processes())
        .filteredOn(StackRecord.Entry::runsKafka)
        .extracting(StackRecord.Entry::name)
        .containsExactly("kafka", "kafka-3");
  }
}
