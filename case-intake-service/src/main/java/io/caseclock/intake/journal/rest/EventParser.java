package io.caseclock.intake.journal.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caseclock.intake.journal.Submission;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the three content modes of CloudEvents over HTTP; what is not JSON is refused whole. */
final class EventParser {

  /** The most events that one batch may have. */
  static final int LARGEST_BATCH = 1000;

  private static final String DATA = "data";

  /** A member that stands twice would make two readings of the same content. */
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(Object.class);

  private EventParser() {}

  /** Structured mode: the whole event is the body. */
  static Submission structured(byte[] body) throws IOException {
    return submission(value(body), body.length);
  }

  /** Binary mode: the attributes are headers, percent-encoded; the body is the data. */
  static Submission binary(Map<String, List<String>> headers, byte[] body) throws IOException {
    return new Submission(HeaderAttributes.read(headers), value(body), body.length);
  }

  private static @Nullable Object value(byte[] body) throws IOException {
    try {
      return READER.readValue(notEmpty(body));
    } catch (CharConversionException e) {
      throw notUtf8();
    }
  }

  private static ProblemException notUtf8() {
    return new ProblemException(ProblemType.MALFORMED_REQUEST, "The body is not UTF-8.");
  }

  /** Batch mode: an array of structured events, each with its own size. */
  static List<Submission> batch(byte[] body) throws IOException {
    List<Submission> events = new ArrayList<>();
    try (var parser = READER.createParser(notEmpty(body))) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new ProblemException(
            ProblemType.MALFORMED_REQUEST, "A batch is a JSON array of CloudEvents.");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (events.size() == LARGEST_BATCH) {
          throw new ProblemException(
              ProblemType.TOO_LARGE, "A batch has at most 1,000 events; send several batches.");
        }
        events.add(next(parser));
      }
      if (parser.nextToken() != null) {
        throw new ProblemException(
            ProblemType.MALFORMED_REQUEST, "Something follows the end of the array.");
      }
    } catch (CharConversionException e) {
      throw notUtf8();
    }
    return events;
  }

  private static Submission next(JsonParser parser) throws IOException {
    var start = parser.currentTokenLocation().getByteOffset();
    var value = READER.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(parser);
    return submission(value, parser.currentLocation().getByteOffset() - start);
  }

  /** An attribute that is null is none, says the JSON format of CloudEvents. */
  private static Submission submission(@Nullable Object value, long size) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    Object data = null;
    if (value instanceof Map<?, ?> members) {
      data = members.get(DATA);
      members.forEach((name, member) -> attributes.put(String.valueOf(name), member));
      attributes.remove(DATA);
      attributes.values().removeIf(Objects::isNull);
    }
    return new Submission(attributes, data, size);
  }

  private static byte[] notEmpty(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The body is empty.");
    }
    return body;
  }
}
