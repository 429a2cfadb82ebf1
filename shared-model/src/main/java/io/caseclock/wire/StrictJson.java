package io.caseclock.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of JSON that came from outside. What has two readings, what no store keeps and
 * what nobody asked for is refused with {@link UnreadableJsonException}: a member that stands twice
 * or is not known, text behind the end, another encoding than UTF-8, a byte order mark, U+0000,
 * half of a surrogate pair, {@code NaN}, a number that loses digits, a text where a number is meant
 * and the other way round, a word that no list knows, anything beyond {@link JsonLimits}.
 */
public final class StrictJson {

  private static final ObjectMapper MAPPER =
      Json.dialect()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private static final ObjectReader ELEMENT = MAPPER.readerFor(Object.class);

  /** The limits proper are the parser's, which tells the place. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(JsonLimits.INSIDE.text())
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** One element of an array. */
  public sealed interface Element {

    /** Its length in bytes. */
    long size();

    /** It can be read. */
    record Sound(@Nullable Object value, long size) implements Element {}

    /**
     * It is JSON, but not what is taken; its neighbours are read all the same.
     *
     * @param pointer JSON pointer from the element on
     */
    record Faulty(String pointer, String expected, long size) implements Element {}
  }

  /** Any JSON: maps, lists, texts, numbers, truth values or null. */
  public static @Nullable Object value(byte[] text) {
    return whole(text, JsonLimits.OUTSIDE, ELEMENT);
  }

  /** A JSON object, in the order of its members. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> object(byte[] text) {
    if (value(text) instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw new UnreadableJsonException("", 0, "must be an object");
  }

  /** A value of the type; null only where the text is {@code null}. */
  public static @Nullable Object read(byte[] text, Type type) {
    return whole(text, JsonLimits.OUTSIDE, MAPPER.readerFor(MAPPER.constructType(type)));
  }

  /**
   * Hands on the elements of an array one by one. Text that is no JSON at all ends it with an
   * exception, also after some were handed on; the receiver may end it with one of its own.
   */
  public static void elements(byte[] text, Consumer<Element> receiver) {
    Utf8.check(text);
    try (var parser = parser(text, JsonLimits.OUTSIDE)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new UnreadableJsonException("", 0, "must be an array");
      }
      for (var element = element(parser); element != null; element = element(parser)) {
        receiver.accept(element);
      }
      refuseWhatFollows(parser);
    } catch (IOException e) {
      throw JsonFaults.told(e);
    }
  }

  /** The whole text as one value, with the same strictness about tokens whatever the reader. */
  static @Nullable Object whole(byte[] text, JsonLimits limits, ObjectReader reader) {
    Utf8.check(text);
    try (var parser = parser(text, limits)) {
      if (parser.nextToken() == null) {
        throw new UnreadableJsonException("", 0, "the text is empty; JSON is expected");
      }
      var value = reader.readValue(parser);
      refuseWhatFollows(parser);
      return value;
    } catch (IOException e) {
      throw JsonFaults.told(e);
    }
  }

  /** The next element; null at the end of the array. */
  private static @Nullable Element element(StrictParser parser) throws IOException {
    var inside = parser.depth();
    var start = -1L;
    try {
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        return null;
      }
      start = start(parser);
      Object value = ELEMENT.readValue(parser);
      return new Element.Sound(value, end(parser) - start);
    } catch (JsonProcessingException e) {
      var fault = JsonFaults.fault(e);
      if (fault == null) {
        throw e;
      }
      start = start < 0 ? start(parser) : start;
      parser.passOver(inside);
      return new Element.Faulty(
          behindTheIndex(fault.pointer()), fault.getOriginalMessage(), end(parser) - start);
    }
  }

  private static long start(StrictParser parser) {
    return parser.currentTokenLocation().getByteOffset();
  }

  private static long end(StrictParser parser) {
    return parser.currentLocation().getByteOffset();
  }

  private static String behindTheIndex(String pointer) {
    var second = pointer.indexOf('/', 1);
    return second < 0 ? "" : pointer.substring(second);
  }

  private static void refuseWhatFollows(StrictParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new UnreadableJsonException(
          "", parser.currentLocation().getLineNr(), "nothing follows the end of the value");
    }
  }

  private static StrictParser parser(byte[] text, JsonLimits limits) throws IOException {
    return new StrictParser(FACTORY.createParser(text), limits);
  }

  private StrictJson() {}
}
