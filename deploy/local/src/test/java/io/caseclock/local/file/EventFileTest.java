package io.caseclock.local.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.local.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFileTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As intake tells it, cut down to what the tests need. */
  private static final String TYPES =
      """
      [{"type": "case-filed", "schema": {"properties": {
        "count": {"type": "integer"}, "ref": {"type": "string"}, "sealed": {"type": "boolean"},
        "on": {"type": "string", "format": "date"}, "parts": {"type": "array"},
        "word": {"enum": ["true", "other"]}, "open": {}}}}]\
      """;

  private static final String FACTS =
      """
      [{"name": "custody", "values": [true, false], "otherwise": false},
       {"name": "grade", "values": ["1", "2"], "otherwise": "1"}]\
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvFileSource(resources = "/files.csv", delimiter = '|', numLinesToSkip = 1, nullValues = "-")
  void every_row_of_a_file_as_people_have_it_comes_out_once(
      String file, String encoding, String events, String skipped, String faults) {
    var path = resource(file);
    var shape = FileShape.of(path, Optional.empty());
    try (var rows = EventFile.open(path, shape, CellKinds.UNKNOWN)) {
      var all = rows.all();

      assertThat(shape.encoding()).hasToString(encoding);
      assertThat(lines(all, EventRow.Readable.class)).isEqualTo(textOf(events));
      assertThat(lines(all, EventRow.Skipped.class)).isEqualTo(textOf(skipped));
      var expected = faults == null ? new String[0] : faults.split("; ");
      assertThat(all.stream().filter(EventRow.Unreadable.class::isInstance))
          .hasSize(expected.length);
      for (var fault : expected) {
        var line = Long.parseLong(fault.substring(0, fault.indexOf(' ')));
        assertThat(reason(all, line)).contains(fault.substring(fault.indexOf(' ') + 1));
      }
      assertThat(rows.rowsGiven()).isEqualTo(all.size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "doubled-column.csv, The column unit stands twice",
    "doubled-under-two-names.csv, The column data.unit stands twice",
    "facts-in-two-ways.csv, The column data.facts stands twice",
    "no-head.csv, no heading that is known",
    "workbook.csv, This is a workbook"
  })
  void a_file_that_can_only_be_misread_is_refused_whole(String file, String reason) {
    assertThatThrownBy(() -> rows(resource(file), CellKinds.UNKNOWN))
        .isInstanceOf(StackException.class)
        .hasMessageContaining(reason);
  }

  /** Beside others in a batch such a line makes all of them unreadable. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\ufeff{\"id\":\"2\"}", "{\u0000}\u0000", "\u0000{\u0000}", "{\"id\":\"\u0000\"}"})
  void a_line_with_marks_of_another_encoding_is_no_event(String line) throws Exception {
    var rows = read("events.ndjson", "{\"id\":\"1\"}\n" + line + "\n{\"id\":\"3\"}\n");

    assertThat(lines(rows, EventRow.Readable.class)).isEqualTo("1 3");
    assertThat(reason(rows, 2)).doesNotContain("no fault");
  }

  @Test
  void a_table_becomes_events() throws Exception {
    var rows =
        read(
            "events.csv",
            """
            id,source,type,subject,time,unit,officer,caseId,facts.custody,facts.caseKind,data.adds,data.count
            1,precinct/9901,case-filed,case/X1,2026-03-02T08:00:00Z,9901,P990101,,true,criminal,,
            2,precinct/9901,extension-approved,person/X1-a,2026-03-03T08:00:00Z,9901,,X1,,,P30D,007
            """);

    assertThat(rows).hasSize(3);
    assertThat(event(rows.get(1)))
        .isEqualTo(
            json(
                """
                {"specversion": "1.0", "datacontenttype": "application/json",
                 "id": "1", "source": "precinct/9901", "type": "case-filed",
                 "subject": "case/X1", "time": "2026-03-02T08:00:00Z",
                 "data": {"unit": "9901", "officer": "P990101",
                          "facts": {"custody": true, "caseKind": "criminal"}}}\
                """));
    assertThat(event(rows.get(2)).at("/data"))
        .isEqualTo(
            json(
                "{\"unit\": \"9901\", \"caseId\": \"X1\", \"adds\": \"P30D\", \"count\":"
                    + " \"007\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data.count|7|7",
        "data.count|007|'\"007\"'",
        "data.count|1.25|1.25",
        "data.ref|990101|'\"990101\"'",
        "data.ref|TRUE|'\"TRUE\"'",
        "data.ref|{x|'\"{x\"'",
        "data.sealed|TRUE|true",
        "data.sealed|False|false",
        "data.sealed|1|'\"1\"'",
        "data.on|2026-03-02|'\"2026-03-02\"'",
        "data.parts|[1]|[1]",
        "data.parts|1|'\"1\"'",
        "data.word|true|'\"true\"'",
        "data.open|12|12",
        "data.open|9.901E+18|'\"9.901E+18\"'",
        "facts.custody|TRUE|true",
        "facts.custody|no|'\"no\"'",
        "facts.grade|1|'\"1\"'",
        "officer|990101|'\"990101\"'"
      })
  void a_cell_is_what_the_schema_wants(String column, String cell, String value) throws Exception {
    var row = table("type," + column + "\ncase-filed," + cell + "\n").getLast();

    var pointer = column.startsWith("data.") ? column : "data." + column;
    assertThat(event(row).at("/" + pointer.replace('.', '/')).toString()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026/3/2", "2.3.2026", "46083"})
  void a_day_as_a_spreadsheet_shows_it_is_rejected_with_a_hint(String cell) throws Exception {
    var row = table("type,data.on\ncase-filed," + cell + "\n").getLast();

    assertThat(((EventRow.Unreadable) row).reason().en()).startsWith("write the day as 2026-03-02");
    assertThat(((EventRow.Unreadable) row).reason().zh()).startsWith("日期请写成 2026-03-02");
  }

  @Test
  void a_cell_of_json_is_strict_json() throws Exception {
    var rows =
        table("type,data.parts\ncase-filed,\"[{\"\"a\"\":1,\"\"a\"\":2}]\"\ncase-filed,[1] 2\n");

    assertThat(rows.get(1)).isInstanceOf(EventRow.Unreadable.class);
    assertThat(rows.get(2)).isInstanceOf(EventRow.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "gbk.ndjson, /data/note, 示例派出所",
    "utf-16le-with-mark.ndjson, /data/note, 示例派出所",
    "utf-16be-without-mark.ndjson, /data/note, 示例派出所",
    "bom-and-blank-lines.ndjson, /data/unit, 9901",
    "excel-gbk.csv, /data/officer, 示例民警",
    "excel-unicode-text.txt, /data/officer, 示例民警"
  })
  void characters_arrive_as_they_were_written(String file, String pointer, String text)
      throws Exception {
    var first =
        rows(resource(file), CellKinds.UNKNOWN).stream()
            .filter(EventRow.Readable.class::isInstance)
            .findFirst()
            .orElseThrow();

    assertThat(event(first).at(pointer).asText()).isEqualTo(text);
  }

  @Test
  void a_line_keeps_its_bytes() throws IOException {
    var line = "{ \"id\":\"1\",  \"n\": 1.500e3, \"s\":\"\\u4e2d\\/\" }\t";

    var row = (EventRow.Readable) read("events.ndjson", line + "\n").getFirst();

    assertThat(new String(row.json(), StandardCharsets.UTF_8)).isEqualTo(line);
  }

  @Test
  void a_cell_keeps_its_line_ends_and_quotes() throws Exception {
    var rows = read("events.csv", "id,data.ref\r\n\" 1\",\"one\r\ntwo \"\"three\"\"\"\r\n");

    assertThat(event(rows.get(1)).path("id").asText()).isEqualTo(" 1");
    assertThat(event(rows.get(1)).at("/data/ref").asText()).isEqualTo("one\r\ntwo \"three\"");
  }

  @Test
  void a_row_knows_its_line_even_after_an_empty_one() throws IOException {
    var rows = read("events.ndjson", "{\"id\": \"1\"}\n\n{\"id\": \"2\"}\n");

    assertThat(rows).extracting(EventRow::line).containsExactly(1L, 2L, 3L);
    assertThat(rows.get(1)).isInstanceOf(EventRow.Skipped.class);
  }

  @Test
  void a_table_row_knows_its_line_too() throws IOException {
    var rows = read("events.csv", "id,source\n1,a\n2,a\n3,a\n");

    assertThat(rows).extracting(EventRow::line).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void a_line_that_is_no_event_does_not_stop_the_others() throws IOException {
    var rows = read("events.ndjson", "{\"id\": \"1\"}\nhello\n[1]\n{\"id\": \"2\"}\n");

    assertThat(rows.get(1)).isInstanceOf(EventRow.Unreadable.class);
    assertThat(reason(rows, 3)).isEqualTo("not a JSON object");
    assertThat(event(rows.get(3)).path("id").asText()).isEqualTo("2");
  }

  @Test
  void an_unknown_column_is_named() throws IOException {
    var rows = read("events.csv", "id,colour\n1,blue\n");

    assertThat(rows).hasSize(2);
    assertThat(reason(rows, 2)).isEqualTo("unknown column: colour");
  }

  @ParameterizedTest
  @CsvSource({"262143, false", "262144, false", "262145, true"})
  void the_longest_line_is_as_long_as_the_largest_event(int length, boolean isTooLong)
      throws IOException {
    var line = "{\"id\": \"1\", \"data\": {\"note\": \"\"}}";
    var padded = line.replace("\"\"", '"' + "x".repeat(length - line.length()) + '"');

    var rows = read("events.ndjson", padded + "\n{\"id\": \"2\"}\n");

    assertThat(rows.getFirst() instanceof EventRow.Unreadable).isEqualTo(isTooLong);
    assertThat(event(rows.getLast()).path("id").asText()).isEqualTo("2");
  }

  @Test
  void a_quote_that_stays_open_for_long_costs_one_row() throws IOException {
    var rows = 20_000;
    var text = "id,source,data.ref\n1,a,\"open\n" + "2,a,plain text of a row\n".repeat(rows);

    var all = read("events.csv", text);

    assertThat(all).hasSize(rows + 2);
    assertThat(reason(all, 2)).isEqualTo("the quote that begins on line 2 is not closed");
    assertThat(all.stream().filter(EventRow.Readable.class::isInstance)).hasSize(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u36c3", "\ud840\udc00", "\u3400\ud840\udc00\u4e00", "\u5586", "\u6797\u36c3"})
  void gb18030_is_recognised_by_its_rare_characters_too(String name) throws IOException {
    var text = "{\"id\": \"" + name + "\"}\n";
    var file = Files.write(directory.resolve("e.ndjson"), text.getBytes("GB18030"));

    assertThat(FileShape.of(file, Optional.empty()).encoding()).isEqualTo(TextEncoding.GBK);
    assertThat(event(rows(file, CellKinds.UNKNOWN).getFirst()).path("id").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"M\u00fcller", "Caf\u00e9", "Bj\u00f6rk \u0160koda", "\u00c5ngstr\u00f6m"})
  void western_text_is_not_taken_for_chinese_and_loaded_where_it_is_said(String name)
      throws IOException {
    var text = "id,source,data.ref\n1,a," + name + ",\n2,b,plain\n";
    var file = Files.write(directory.resolve("e.csv"), text.getBytes("windows-1252"));

    var guessed = rows(file, CellKinds.UNKNOWN);
    assertThat(lines(guessed, EventRow.Readable.class)).isEqualTo("3");
    assertThat(reason(guessed, 2)).contains("windows-1252", "gb18030", "not valid UTF-8");
    assertThat(((OriginalRow.Cells) guessed.get(1).original()).cells())
        .containsExactly("1", "a", name, "");

    var shape = FileShape.of(file, TextEncoding.named("Windows-1252"));
    try (var rows = EventFile.open(file, shape, CellKinds.UNKNOWN)) {
      assertThat(event(rows.all().get(1)).at("/data/ref").asText()).isEqualTo(name);
    }
  }

  @Test
  void a_row_in_no_encoding_keeps_its_cells_as_far_as_they_can_be_shown() throws IOException {
    var head = "id,source,data.ref\n1,a,\u4e2d\n".getBytes(StandardCharsets.UTF_8);
    var row = new byte[] {'2', ',', 'b', ',', 'x', (byte) 0x81, '\n'};
    var file = Files.write(directory.resolve("e.csv"), head);
    Files.write(file, row, java.nio.file.StandardOpenOption.APPEND);

    var rows = rows(file, CellKinds.UNKNOWN);

    assertThat(((OriginalRow.Cells) rows.get(2).original()).cells())
        .containsExactly("2", "b", "x\ufffd");
    assertThat(rows.get(2)).isInstanceOf(EventRow.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({
    "gbk, GBK",
    "GB18030, GBK",
    "utf-8, UTF_8",
    "WINDOWS-1252, WINDOWS_1252",
    "utf-16le, UTF_16LE"
  })
  void an_encoding_is_named_in_any_case(String name, TextEncoding encoding) {
    assertThat(TextEncoding.named(name)).contains(encoding);
  }

  @Test
  void an_encoding_that_is_said_holds() throws IOException {
    var file = Files.write(directory.resolve("e.ndjson"), "{\"id\": \"联通\"}\n".getBytes("GBK"));

    var shape = FileShape.of(file, TextEncoding.named("gbk"));
    try (var rows = EventFile.open(file, shape, CellKinds.UNKNOWN)) {
      assertThat(event(rows.next()).path("id").asText()).isEqualTo("联通");
    }
  }

  private List<EventRow> table(String text) throws IOException {
    var file = Files.writeString(directory.resolve("events.csv"), text);
    return rows(file, CellKinds.of(JSON.readTree(TYPES), JSON.readTree(FACTS)));
  }

  private List<EventRow> read(String name, String text) throws IOException {
    return rows(Files.writeString(directory.resolve(name), text), CellKinds.UNKNOWN);
  }

  private static List<EventRow> rows(Path file, CellKinds kinds) {
    try (var rows = EventFile.open(file, FileShape.of(file, Optional.empty()), kinds)) {
      return rows.all();
    }
  }

  private static Path resource(String file) {
    return Path.of(
        Objects.requireNonNull(EventFileTest.class.getResource("/files/" + file)).getPath());
  }

  private static String lines(List<EventRow> rows, Class<? extends EventRow> kind) {
    return rows.stream()
        .filter(kind::isInstance)
        .map(row -> Long.toString(row.line()))
        .collect(Collectors.joining(" "));
  }

  private static String textOf(String cell) {
    return cell == null ? "" : cell;
  }

  private static String reason(List<EventRow> rows, long line) {
    return rows.stream()
        .filter(row -> row.line() == line && row instanceof EventRow.Unreadable)
        .map(row -> ((EventRow.Unreadable) row).reason().en())
        .findFirst()
        .orElse("no fault on line " + line);
  }

  private static JsonNode event(EventRow row) throws IOException {
    assertThat(row).isInstanceOf(EventRow.Readable.class);
    return json(new String(((EventRow.Readable) row).json(), StandardCharsets.UTF_8));
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }
}
