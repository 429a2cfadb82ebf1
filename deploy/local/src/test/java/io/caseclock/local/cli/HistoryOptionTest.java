package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class HistoryOptionTest {

  @Command
  static final class Load {
    @Option(names = "--history", arity = "0..1", parameterConsumer = HistoryOption.class)
    @Nullable Instant history;

    @Parameters String file = "";
  }

  @ParameterizedTest
  @CsvSource({
    "--history old.csv, now",
    "old.csv --history, now",
    "--history 2026-03-02T00:00:00+08:00 old.csv, 2026-03-01T16:00:00Z",
    "--history=2026-03-01T16:00:00Z old.csv, 2026-03-01T16:00:00Z",
    "old.csv --history 2026-03-01T16:00:00Z, 2026-03-01T16:00:00Z",
    "old.csv, none"
  })
  void a_file_is_never_taken_for_the_instant(String words, String history) {
    var load = CommandLine.populateCommand(new Load(), words.split(" "));

    assertThat(load.file).isEqualTo("old.csv");
    assertThat(load.history)
        .isEqualTo(
            switch (history) {
              case "now" -> HistoryOption.NOW;
              case "none" -> null;
              default -> Instant.parse(history);
            });
  }
}
