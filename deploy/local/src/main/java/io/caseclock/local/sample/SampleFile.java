package io.caseclock.local.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A sample as a file: one CloudEvent a line, UTF-8. */
public final class SampleFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SampleFile() {}

  /** Writes all events, over whatever stood there; gives how many. */
  public static long write(SampleWorld world, Path file) throws IOException {
    var count = 0L;
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (var event : (Iterable<Map<String, Object>>) world.events()::iterator) {
        out.write(line(event));
        out.write('\n');
        count++;
      }
    }
    return count;
  }

  private static String line(Map<String, Object> event) {
    try {
      return MAPPER.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("not writable as JSON: " + event.get("id"), e);
    }
  }
}
