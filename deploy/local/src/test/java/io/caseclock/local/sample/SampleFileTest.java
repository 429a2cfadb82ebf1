package io.caseclock.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:20:00Z");

  @TempDir Path directory;

  @Test
  void one_event_stands_on_each_line() throws IOException {
    var world = SampleWorld.generate(NOW, 42);
    var file = directory.resolve("sample.ndjson");

    var count = SampleFile.write(world, file);

    var lines = Files.readAllLines(file);
    assertThat(lines).hasSize(Math.toIntExact(count));
    assertThat(new ObjectMapper().readValue(lines.getLast(), java.util.Map.class))
        .isEqualTo(world.events().toList().getLast());
  }

  @Test
  void the_same_instant_and_seed_give_the_same_bytes() throws IOException {
    var one = directory.resolve("one.ndjson");
    var other = directory.resolve("other.ndjson");
    Files.writeString(other, "something else that stood there");

    SampleFile.write(SampleWorld.generate(NOW, 42), one);
    SampleFile.write(SampleWorld.generate(NOW, 42), other);

    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
  }
}
