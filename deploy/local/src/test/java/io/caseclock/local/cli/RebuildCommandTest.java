package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebuildCommandTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 deadlines count (",
        "1 | 1 deadline counts (",
        "49270 | 49,270 deadlines count ("
      })
  void it_tells_how_many_deadlines_count(long deadlines, String expected) throws Exception {
    var answer = "{\"at\": \"2026-11-26T02:00:00Z\", \"deadlines\": %d}".formatted(deadlines);

    assertThat(RebuildCommand.Statistics.print(new ObjectMapper().readTree(answer), out)).isZero();

    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains(expected)
        .contains("2026-11-26T02:00:00Z");
  }

  @Test
  void it_says_what_can_be_rebuilt() {
    assertThat(CaseClockCli.run("rebuild", "--help")).isZero();
    assertThat(CaseClockCli.run("rebuild", "statistics", "--help")).isZero();
    assertThat(CaseClockCli.run("rebuild", "everything")).isNotZero();
  }
}
