package io.caseclock.local.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One event in JSON a line. A line goes on to intake as it stands, but only where it is one
 * complete object by itself: beside others in a batch anything else could be read as more events,
 * or fewer, than it has lines.
 */
final class JsonLines implements RowSource {

  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** What the library says of itself, not of the line. */
  private static final Pattern SOURCE =
      Pattern.compile("\\s*\\([^()]*\\[Source: [^]]*\\]\\)|\\s*\\[Source: [^]]*\\]");

  private final FileLines lines;
  private final TextEncoding encoding;

  JsonLines(FileLines lines, TextEncoding encoding) {
    this.lines = lines;
    this.encoding = encoding;
  }

  @Override
  public @Nullable EventRow next() {
    var line = lines.next();
    return line == null ? null : row(line);
  }

  private EventRow row(FileLines.Line line) {
    var original = new OriginalRow.Bytes(line.number(), line.bytes());
    if (line.isTooLong()) {
      return new EventRow.Unreadable(original, RejectionReason.tooLong());
    }
    var text = encoding.text(line.bytes());
    if (text.isEmpty()) {
      return new EventRow.Unreadable(original, RejectionReason.notIn(encoding));
    }
    if (BlankLine.is(text.get())) {
      return new EventRow.Skipped(original);
    }
    var json =
        encoding == TextEncoding.UTF_8 ? line.bytes() : text.get().getBytes(StandardCharsets.UTF_8);
    return event(original, text.get(), json);
  }

  /** Read as text: of bytes the parser would guess the encoding, line by line. */
  private static EventRow event(OriginalRow original, String text, byte[] json) {
    try (var parser = STRICT.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return unreadable(original, "不是 JSON 对象", "not a JSON object");
      }
      var found = identity(parser);
      if (hasMore(parser)) {
        return unreadable(
            original,
            "一行只能有一个事件，对象之后还有内容",
            "one line holds one event, and something follows the object");
      }
      return new EventRow.Readable(original, json, found.source(), found.id(), found.saysHistory());
    } catch (JsonProcessingException e) {
      return fault(original, e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text is always readable", e);
    }
  }

  private static EventRow fault(OriginalRow original, JsonProcessingException fault) {
    var message = SOURCE.matcher(fault.getOriginalMessage()).replaceAll("").strip();
    if (message.startsWith("Duplicate field")) {
      var name = message.substring("Duplicate field".length()).strip();
      return unreadable(original, "成员 " + name + " 出现两次", "the member " + name + " stands twice");
    }
    var at = fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getColumnNr());
    return unreadable(
        original, "不是完整的 JSON：到第 " + at + " 个字符为止", "not JSON at character " + at + ": " + message);
  }

  private static EventRow.Unreadable unreadable(OriginalRow original, String zh, String en) {
    return new EventRow.Unreadable(original, new RejectionReason(zh, en));
  }

  private static boolean hasMore(JsonParser parser) throws IOException {
    try {
      return parser.nextToken() != null;
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  private record Identity(String source, String id, boolean saysHistory) {}

  /** Reads to the end of the object. */
  private static Identity identity(JsonParser parser) throws IOException {
    var source = "";
    var id = "";
    var saysHistory = false;
    for (var depth = 1; depth > 0; ) {
      var token = parser.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (depth == 1 && token == JsonToken.FIELD_NAME) {
        saysHistory |= parser.currentName().equals("historyuntil");
      } else if (depth == 1 && token == JsonToken.VALUE_STRING) {
        switch (String.valueOf(parser.currentName())) {
          case "source" -> source = parser.getText();
          case "id" -> id = parser.getText();
          default -> {}
        }
      }
    }
    return new Identity(source, id, saysHistory);
  }
}
