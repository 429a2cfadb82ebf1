package io.caseclock.pack.file;

import io.caseclock.pack.Example;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code examples.csv}; a row that cannot be read is a mistake at its line. */
final class ExampleReader {

  static final String FILE = "examples.csv";

  private static final List<String> COLUMNS =
      List.of("example_id", "rule_id", "start", "circumstances", "expected_due", "why");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
  private static final Set<String> CIRCUMSTANCES =
      Set.of(
          "extensions",
          "tolling",
          "custody",
          "restart_at",
          "period",
          "roll",
          "facts",
          "last",
          "note");

  private final Mistakes mistakes;

  ExampleReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  List<Example> read(String text) {
    var lines = text.lines().toList();
    if (!CsvLine.isPlain(FILE, text, mistakes)) {
      return List.of();
    }
    if (lines.isEmpty() || !CsvLine.cells(lines.getFirst()).containsAll(COLUMNS)) {
      mistakes.add(FILE, 1, "the first line names the columns: " + String.join(",", COLUMNS));
      return List.of();
    }
    var header = CsvLine.cells(lines.getFirst());
    List<Example> examples = new ArrayList<>();
    for (var i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        row(header, i + 1, lines.get(i), examples);
      }
    }
    return examples;
  }

  private void row(List<String> header, int line, String text, List<Example> examples) {
    var cells = CsvLine.cells(text);
    if (cells.size() != header.size()) {
      mistakes.add(
          FILE,
          line,
          "expected "
              + header.size()
              + " cells, not "
              + cells.size()
              + "; a text with a comma stands in quotes");
      return;
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (var column = 0; column < cells.size(); column++) {
      row.put(header.get(column), cells.get(column).strip());
    }
    checkId(line, row.getOrDefault("example_id", ""));
    var start = instant(line, "start", row);
    var due = instant(line, "expected_due", row);
    examples.add(
        new Example(
            line,
            row.getOrDefault("example_id", ""),
            row.getOrDefault("rule_id", ""),
            start,
            circumstances(line, row.getOrDefault("circumstances", "")),
            due,
            row.getOrDefault("why", "")));
  }

  private void checkId(int line, String id) {
    if (!ID.matcher(id).matches()) {
      mistakes.add(
          FILE, line, "an example's id has letters, digits, '.', '_' and '-', not '" + id + "'");
    }
  }

  private Instant instant(int line, String column, Map<String, String> row) {
    var text = row.getOrDefault(column, "");
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      mistakes.add(
          FILE,
          line,
          "'" + column + "' is a time like 2026-03-02T10:00:00+08:00, not '" + text + "'");
      return Instant.EPOCH;
    }
  }

  private Map<String, String> circumstances(int line, String text) {
    Map<String, String> circumstances = new LinkedHashMap<>();
    for (var part : text.split(";")) {
      if (!part.isBlank()) {
        var equals = part.indexOf('=');
        var name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
        if (equals < 0 || !CIRCUMSTANCES.contains(name)) {
          mistakes.add(
              FILE,
              line,
              "unknown circumstance '"
                  + name
                  + "'"
                  + Nearest.hint(name, CIRCUMSTANCES)
                  + "; known: "
                  + CIRCUMSTANCES.stream().sorted().toList());
        } else {
          circumstances.put(name, part.substring(equals + 1).strip());
        }
      }
    }
    return circumstances;
  }
}
