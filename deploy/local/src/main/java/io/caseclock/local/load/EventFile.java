package io.caseclock.local.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A file of events: CSV where its name ends so, otherwise one CloudEvent in JSON a line. Empty
 * lines are passed over. The stream reads as it goes and is to be closed.
 */
public final class EventFile {

  static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private EventFile() {}

  public static Stream<EventRow> read(Path file) {
    try {
      return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
          ? CsvEvents.read(file)
          : readLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<EventRow> readLines(Path file) throws IOException {
    var line = new AtomicLong();
    return Files.lines(file, StandardCharsets.UTF_8)
        .map(text -> new Numbered(line.incrementAndGet(), text.strip()))
        .filter(numbered -> !numbered.text().isEmpty())
        .map(numbered -> parse(numbered.line(), numbered.text()));
  }

  private static EventRow parse(long line, String text) {
    try {
      return JSON.readTree(text) instanceof ObjectNode event
          ? new EventRow.Readable(line, event)
          : new EventRow.Unreadable(line, "not a JSON object");
    } catch (JsonProcessingException e) {
      return new EventRow.Unreadable(line, "not JSON: " + e.getOriginalMessage());
    }
  }

  private record Numbered(long line, String text) {}
}
