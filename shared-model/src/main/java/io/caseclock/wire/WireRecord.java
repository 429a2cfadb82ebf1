package io.caseclock.wire;

import io.caseclock.attribute.Moment;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A CloudEvent in binary mode: attributes without their {@code ce_} prefix, and the data as bytes.
 *
 * @param key the Kafka key, the case id
 * @param attributes {@code id}, {@code source}, {@code type}, {@code subject}, {@code time} and
 *     extensions
 */
public record WireRecord(String key, Map<String, String> attributes, byte[] data) {

  static final String PREFIX = "ce_";

  /** The Kafka header that names the trace of which a record is a part. */
  public static final String TRACE = PREFIX + "traceparent";

  private static final String CONTENT_TYPE = "content-type";
  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final String VERSION = "1.0";
  private static final List<String> REQUIRED = List.of("id", "source", "subject");

  public WireRecord {
    attributes = Map.copyOf(attributes);
  }

  /**
   * Takes a consumed record. It needs a key and a value, a {@code ce_} header at most once, each as
   * UTF-8 without U+0000, names no longer than lawful ones, those that every event has, {@code
   * ce_specversion} 1.0, a type that is one word, a time with an offset, and JSON as its content
   * type where it names one; {@link MalformedRecordException} says what is missing.
   */
  public static WireRecord of(ConsumerRecord<byte[], byte[]> consumed) {
    var key = BoundedNames.requireKey(key(consumed));
    if (consumed.value() == null) {
      throw new MalformedRecordException("the record has no value");
    }
    var wire = new WireRecord(key, attributes(consumed), consumed.value());
    if (!wire.attribute("specversion").equals(VERSION)) {
      throw new MalformedRecordException("ce_specversion is not " + VERSION);
    }
    if (!TYPE.matcher(wire.attribute("type")).matches()) {
      throw new MalformedRecordException("ce_type is not one word");
    }
    REQUIRED.forEach(wire::attribute);
    wire.attributes().forEach(BoundedNames::requireAttribute);
    instant("time", wire.attribute("time"));
    return wire;
  }

  /** The key of a record; {@link MalformedRecordException} where it is none or no text. */
  public static String key(ConsumerRecord<byte[], byte[]> consumed) {
    if (consumed.key() == null) {
      throw new MalformedRecordException("the record has no key");
    }
    var key = text("the key", consumed.key());
    if (key.isBlank()) {
      throw new MalformedRecordException("the key is empty");
    }
    return key;
  }

  /** The instant in the header of that name; {@link MalformedRecordException} where it is none. */
  static Instant instant(String name, String text) {
    try {
      var instant = OffsetDateTime.parse(text).toInstant();
      if (Moment.isWithin(instant)) {
        return instant;
      }
    } catch (DateTimeParseException e) {
      throw new MalformedRecordException(PREFIX + name + " is no time with an offset", e);
    }
    throw new MalformedRecordException(
        PREFIX + name + " lies before the year 1900 or after the year 9999");
  }

  private static Map<String, String> attributes(ConsumerRecord<byte[], byte[]> consumed) {
    Map<String, String> attributes = new LinkedHashMap<>();
    var formats = 0;
    for (var header : consumed.headers()) {
      if (header.key().equalsIgnoreCase(CONTENT_TYPE)) {
        formats++;
        checkFormat(header, formats);
      } else if (header.key().startsWith(PREFIX) && header.value() != null) {
        var name = header.key().substring(PREFIX.length());
        if (attributes.put(name, text("the header " + header.key(), header.value())) != null) {
          throw new MalformedRecordException("the header " + header.key() + " stands there twice");
        }
      }
    }
    return attributes;
  }

  private static void checkFormat(Header header, int count) {
    var format = header.value() == null ? "" : text(CONTENT_TYPE, header.value());
    if (count > 1 || !JSON.matcher(format).matches()) {
      throw new MalformedRecordException("the content type is not application/json alone");
    }
  }

  /** Bytes that are no UTF-8 are never replaced: two cases would become one. */
  private static String text(String what, byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\u0000') >= 0) {
        throw new MalformedRecordException(what + " holds U+0000");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw new MalformedRecordException(what + " is no UTF-8", e);
    }
  }

  /** The attributes as Kafka header names, to be stored in an outbox row. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    attributes.forEach((name, value) -> headers.put(PREFIX + name, value));
    headers.put(CONTENT_TYPE, "application/json");
    return headers;
  }

  /** A required attribute; throws {@link MalformedRecordException} where it is missing. */
  public String attribute(String name) {
    return optional(name)
        .orElseThrow(() -> new MalformedRecordException("the header ce_" + name + " is missing"));
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isBlank());
  }

  /** Refuses a record whose key is not the one that its data asks for. */
  void requireKey(String wanted) {
    if (!key.equals(wanted)) {
      throw new MalformedRecordException("the key is not that of the data");
    }
  }
}
