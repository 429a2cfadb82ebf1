package io.caseclock.testsupport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Kafka record as bytes, before any library has a say in it. */
public record KafkaBytes(byte @Nullable [] key, List<Header> headers, byte @Nullable [] value) {

  public KafkaBytes(byte @Nullable [] key, List<Header> headers, byte @Nullable [] value) {
    this.key = key;
    this.headers = List.copyOf(headers);
    this.value = value;
  }

  /** A header as it stands on the wire. */
  public record Header(String name, byte @Nullable [] value) {}

  /** A record of texts. */
  public static KafkaBytes of(String key, Map<String, String> headers, byte[] value) {
    return new KafkaBytes(
        utf8(key),
        headers.entrySet().stream()
            .map(header -> new Header(header.getKey(), utf8(header.getValue())))
            .toList(),
        value);
  }

  /** The same with one more header, also where the name stands there already. */
  public KafkaBytes and(String name, byte @Nullable [] bytes) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, bytes));
    return new KafkaBytes(key, more, value);
  }

  KafkaBytes and(String name, String text) {
    return and(name, utf8(text));
  }

  KafkaBytes without(String name) {
    var others = headers.stream().filter(header -> !header.name().equals(name)).toList();
    return new KafkaBytes(key, others, value);
  }

  KafkaBytes with(String name, byte[] bytes) {
    return without(name).and(name, bytes);
  }

  KafkaBytes with(String name, String text) {
    return with(name, utf8(text));
  }

  KafkaBytes withKey(byte @Nullable [] other) {
    return new KafkaBytes(other, headers, value);
  }

  KafkaBytes withKey(String other) {
    return withKey(utf8(other));
  }

  KafkaBytes withValue(byte @Nullable [] other) {
    return new KafkaBytes(key, headers, other);
  }

  KafkaBytes withValue(String other) {
    return withValue(utf8(other));
  }

  String text(String name) {
    return headers.stream()
        .filter(header -> header.name().equals(name))
        .findFirst()
        .map(header -> text(header.value()))
        .orElse("");
  }

  String valueText() {
    return text(value);
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
