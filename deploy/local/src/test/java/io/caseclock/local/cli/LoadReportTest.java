package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.StackException;
import io.caseclock.local.file.TextEncoding;
import io.caseclock.local.load.FileLoad;
import io.caseclock.local.load.LoadTotals;
import io.caseclock.local.load.UnfinishedLoad;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadReportTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

  @Test
  void what_was_taken_whole_is_a_success() {
    var result =
        new FileLoad.Result(
            new LoadTotals(8, 1, 0, 3), 12, TextEncoding.UTF_8, List.of(), Optional.empty());

    assertThat(LoadReport.print(result, Optional.empty(), out)).isZero();
    assertThat(text())
        .isEqualTo(
            """
            12 行 = 接收 8 + 已有 1 + 退回 0 + 跳过 3
            12 rows = 8 accepted + 1 known before + 0 rejected + 3 skipped
            """);
  }

  @Test
  void one_rejected_row_is_a_failure_that_names_the_files_and_the_encoding() {
    var result =
        new FileLoad.Result(
            new LoadTotals(0, 0, 1, 0),
            1,
            TextEncoding.GBK,
            List.of(Path.of("a.csv.rejected.csv")),
            Optional.empty());

    assertThat(LoadReport.print(result, Optional.empty(), out)).isEqualTo(1);
    assertThat(text())
        .startsWith("按 GBK 编码读取。 Read as GBK.\n")
        .endsWith("退回 rejected: a.csv.rejected.csv\n");
  }

  @Test
  void a_load_that_was_stopped_tells_where_and_what_was_not_answered() {
    var stop = new UnfinishedLoad(501, new StackException("Intake is not available (503)."));
    var result =
        new FileLoad.Result(
            new LoadTotals(500, 0, 0, 0), 1_000, TextEncoding.UTF_8, List.of(), Optional.of(stop));

    assertThat(LoadReport.print(result, Optional.empty(), out)).isEqualTo(1);
    assertThat(text())
        .contains("1000 rows = 500 accepted + 0 known before + 0 rejected + 0 skipped + 500 not")
        .contains("在第 501 行停下")
        .contains("Stopped at line 501: Intake is not available (503).");
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
