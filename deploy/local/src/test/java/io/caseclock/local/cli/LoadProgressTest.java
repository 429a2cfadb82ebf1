package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadProgressTest {

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void figures_alone_stand_over_each_other_on_a_terminal() {
    var terminal = Optional.of(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try (var progress = new LoadProgress(20_000, terminal, () -> now)) {
      progress.add(500);
      progress.add(500);
      now = now.plusMillis(250);
      progress.add(9_000);
      progress.add(10_000);
    }

    assertThat(text())
        .isEqualTo(
            "\r500 / 20,000  2 %\r10,000 / 20,000  50 %\r20,000 / 20,000  100 %"
                + System.lineSeparator());
  }

  @Test
  void an_empty_file_is_done() {
    var terminal = Optional.of(new PrintStream(shown, true, StandardCharsets.UTF_8));
    new LoadProgress(0, terminal, () -> now).close();

    assertThat(text()).startsWith("\r0 / 0  100 %");
  }

  @Test
  void nothing_is_shown_where_there_is_no_terminal() {
    System.clearProperty("caseclock.terminal");
    var usual = System.err;
    System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try (var progress = LoadProgress.ofTheTerminal(2)) {
      progress.add(2);
    } finally {
      System.setErr(usual);
    }

    assertThat(text()).isEmpty();
  }

  private String text() {
    return shown.toString(StandardCharsets.UTF_8);
  }
}
