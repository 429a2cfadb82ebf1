package io.caseclock.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackClockTest {

  private static final Instant SYSTEM = Instant.parse("2026-03-02T08:00:00Z");

  @TempDir Path directory;

  @Test
  void it_shows_the_systems_time_until_it_is_moved() {
    assertThat(clock().now()).isEqualTo(SYSTEM);
    assertThat(file()).doesNotExist();
  }

  @Test
  void moves_add_up_and_stand_in_the_file_as_the_services_read_it() throws IOException {
    clock().advance(Duration.ofDays(3));
    clock().advance(Duration.ofHours(-2));

    assertThat(clock().now()).isEqualTo("2026-03-05T06:00:00Z");
    assertThat(Files.readString(file())).isEqualTo("PT70H");
  }

  @Test
  void a_reset_brings_the_systems_time_back() {
    clock().advance(Duration.ofDays(3));

    clock().reset();

    assertThat(clock().now()).isEqualTo(SYSTEM);
  }

  @Test
  void a_damaged_file_is_named() throws IOException {
    Files.writeString(file(), "three days");

    assertThatThrownBy(() -> clock().now())
        .isInstanceOf(StackException.class)
        .hasMessageContaining(file().toString());
  }

  private Path file() {
    return directory.resolve("clock-offset");
  }

  private StackClock clock() {
    return new StackClock(file(), InstantSource.fixed(SYSTEM));
  }
}
