package io.caseclock.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovableClockTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  @TempDir private Path directory;
  private Path file;
  private InstantSource clock;

  @BeforeEach
  void aClockWithoutAFile() {
    file = directory.resolve("clock-offset");
    clock = new MovableClock(InstantSource.fixed(NOW), file);
  }

  @Test
  void without_a_file_it_is_the_systems_time() {
    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void an_empty_file_is_no_offset(String text) throws IOException {
    Files.writeString(file, text);

    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "PT72H, 2026-03-05T01:00:00Z",
    "P30D, 2026-04-01T01:00:00Z",
    "PT0S, 2026-03-02T01:00:00Z",
    "-PT1H, 2026-03-02T00:00:00Z"
  })
  void the_file_moves_it(String offset, Instant moved) throws IOException {
    Files.writeString(file, offset + "\n");

    assertThat(clock.instant()).isEqualTo(moved);
  }

  @Test
  void it_follows_the_file_while_it_runs() throws IOException {
    Files.writeString(file, "PT1H");
    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(1)));

    Files.writeString(file, "PT2H");
    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(2)));

    Files.delete(file);
    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tomorrow",
        "72",
        "PT",
        "P1M",
        "PT99999999999999999999H",
        "PT9999999999999H",
        "-PT9999999999999H"
      })
  void what_cannot_be_read_leaves_it_where_it_was(String broken) throws IOException {
    Files.writeString(file, "PT5H");
    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(5)));

    Files.writeString(file, broken);

    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(5)));
  }

  @Test
  void bytes_that_are_no_text_leave_it_where_it_was() throws IOException {
    Files.write(file, new byte[] {(byte) 0xC3, 0x28});

    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @Test
  void a_directory_in_the_files_place_leaves_it_where_it_was() throws IOException {
    Files.createDirectory(file);

    assertThat(clock.instant()).isEqualTo(NOW);
  }

  @Test
  void a_file_that_is_replaced_at_once_is_never_seen_half() throws IOException {
    replace("PT24H");
    var replacing =
        CompletableFuture.runAsync(
            () -> {
              for (var round = 0; round < 500; round++) {
                replace(round % 2 == 0 ? "PT48H" : "PT24H");
              }
            });

    Set<Duration> seen = new HashSet<>();
    while (!replacing.isDone()) {
      seen.add(Duration.between(NOW, clock.instant()));
    }

    assertThat(replacing).isCompleted();
    assertThat(seen).isNotEmpty().isSubsetOf(Duration.ofHours(24), Duration.ofHours(48));
  }

  private void replace(String offset) {
    try {
      var half = Files.writeString(directory.resolve("half"), offset);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
