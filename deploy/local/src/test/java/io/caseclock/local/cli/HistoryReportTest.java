package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void what_would_have_been_told_is_summed_up_in_both_languages() throws IOException {
    var shown =
        shown(
            List.of(line("before-P3D", 9, 0, 0), line("breach", 5, 3, 2)),
            List.of(JSON.readTree("{\"unit\":\"9901\",\"cause\":\"unwatched\",\"findings\":4}")));

    assertThat(shown)
        .contains("本应通知 14 次，其中超期 5 项、至今未办结 3 项（待放出 2 项）；问题 4 条")
        .contains("14 would have been told, 5 of them breaches, 3 of those open")
        .contains("9901 case-filing (示例) serious, breach: 5, 未办结 open 3");
  }

  @Test
  void of_a_long_report_the_lines_with_the_most_that_is_open_are_shown() throws IOException {
    List<JsonNode> lines = new ArrayList<>(Collections.nCopies(40, line("breach", 1, 0, 0)));
    lines.add(line("breach", 77, 7, 7));

    assertThat(shown(lines, List.of())).contains("open 7").contains("1 more lines");
  }

  private static JsonNode line(String level, int alarms, int open, int waiting) throws IOException {
    var text =
        "{\"unit\":\"9901\",\"rule\":\"case-filing\",\"names\":{\"zh\":\"示例\",\"en\":\"Sample\"},"
            + "\"severity\":\"serious\",\"level\":\"%s\",\"alarms\":%d,\"open\":%d,\"waiting\":%d}";
    return JSON.readTree(text.formatted(level, alarms, open, waiting));
  }

  private static String shown(List<JsonNode> lines, List<JsonNode> findings) {
    var bytes = new ByteArrayOutputStream();
    new HistoryReport(lines, findings).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
