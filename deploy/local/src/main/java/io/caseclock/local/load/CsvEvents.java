package io.caseclock.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Events as a table with a header. The columns {@code id}, {@code source}, {@code type}, {@code
 * subject}, {@code time} and {@code recordedtime} are the event's own; {@code unit}, {@code
 * officer} and {@code caseId} go into its data, {@code facts.custody} into the facts, {@code
 * data.rule} into the data. An empty cell says nothing. In the last two kinds {@code true}, {@code
 * false}, numbers and whatever begins with a brace, a bracket or a double quote are JSON; all else
 * is text.
 */
final class CsvEvents {

  private static final Set<String> ENVELOPE =
      Set.of("id", "source", "type", "subject", "time", "recordedtime");
  private static final Set<String> DATA = Set.of("unit", "officer", "caseId");
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();
  private static final String JSON_LIKE =
      "true|false|-?(0|[1-9][0-9]{0,14})(\\.[0-9]+)?|[\\[{\"].*";

  private CsvEvents() {}

  static Stream<EventRow> read(Path file) throws IOException {
    var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    MappingIterator<Map<String, String>> rows =
        CSV.readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(reader);
    var lines = Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED);
    return StreamSupport.stream(lines, false)
        .map(row -> event(rows.getCurrentLocation().getLineNr() - 1L, row))
        .onClose(() -> close(rows));
  }

  static EventRow event(long line, Map<String, String> row) {
    var event = EventFile.JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("datacontenttype", "application/json");
    var data = event.putObject("data");
    try {
      for (var cell : row.entrySet()) {
        put(event, data, cell.getKey().strip(), cell.getValue());
      }
      return new EventRow.Readable(line, event);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return new EventRow.Unreadable(line, String.valueOf(e.getMessage()));
    }
  }

  private static void put(ObjectNode event, ObjectNode data, String column, String cell)
      throws JsonProcessingException {
    if (cell == null || cell.isBlank()) {
      return;
    }
    if (ENVELOPE.contains(column)) {
      event.put(column, cell);
    } else if (DATA.contains(column)) {
      data.put(column, cell);
    } else if (column.startsWith("facts.")) {
      data.withObjectProperty("facts").set(column.substring("facts.".length()), value(cell));
    } else if (column.startsWith("data.")) {
      data.set(column.substring("data.".length()), value(cell));
    } else {
      throw new IllegalArgumentException("unknown column: " + column);
    }
  }

  private static JsonNode value(String cell) throws JsonProcessingException {
    return cell.matches(JSON_LIKE)
        ? EventFile.JSON.readTree(cell)
        : EventFile.JSON.getNodeFactory().textNode(cell);
  }

  private static void close(MappingIterator<?> rows) {
    try {
      rows.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
