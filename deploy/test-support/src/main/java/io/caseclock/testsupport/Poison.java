package io.caseclock.testsupport;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What may be wrong with a record. Each is thrown at every topic of every consumer: none may stop
 * the stream, and each ends as a dead letter with its reason, or is taken where that is right.
 */
public enum Poison {
  NO_KEY("malformed", good -> good.withKey((byte[]) null)),
  EMPTY_KEY("malformed", good -> good.withKey("")),
  BLANK_KEY("malformed", good -> good.withKey("  ")),
  KEY_THAT_IS_NO_UTF_8("malformed", good -> good.withKey(bytes(0xC3, 0x28))),
  OVERLONG_KEY("malformed", good -> good.withKey(bytes('A', 0xC0, 0xAF))),
  NUL_IN_THE_KEY("malformed", good -> good.withKey(bytes('A', 0, 'B'))),
  KEY_OF_ANOTHER("malformed", good -> good.withKey("somebody-else")),
  KEY_THAT_NO_INDEX_TAKES("malformed", good -> good.withKey(random(5_000))),
  ID_THAT_NO_INDEX_TAKES("malformed", good -> good.with("ce_id", random(5_000))),
  SOURCE_THAT_NO_INDEX_TAKES("malformed", good -> good.with("ce_source", random(5_000))),
  SUBJECT_THAT_NO_INDEX_TAKES(
      "malformed", good -> good.with("ce_subject", "case/" + random(5_000))),
  NO_VALUE("malformed", good -> good.withValue((byte[]) null)),
  EMPTY_VALUE("malformed", good -> good.withValue("")),
  VALUE_THAT_IS_NO_JSON("malformed", good -> good.withValue("rubbish")),
  VALUE_THAT_IS_NO_UTF_8("malformed", good -> good.withValue(bytes('{', '"', 0xFF, '"', ':', '1'))),
  VALUE_THAT_IS_A_LIST("malformed", good -> good.withValue("[" + good.valueText() + "]")),
  TEXT_BEHIND_THE_VALUE("malformed", good -> good.withValue(good.valueText() + " {}")),
  MEMBER_THAT_STANDS_TWICE(
      "malformed", good -> good.withValue("{\"a\":1,\"a\":2," + good.valueText().substring(1))),
  NUL_IN_THE_VALUE(
      "malformed", good -> good.withValue("{\"a\":\"\\u0000\"," + good.valueText().substring(1))),
  HALF_A_CHARACTER_IN_THE_VALUE(
      "malformed", good -> good.withValue("{\"a\":\"\\ud83d\"," + good.valueText().substring(1))),
  DEEP_VALUE("malformed", good -> good.withValue("{\"a\":" + "[".repeat(400_000))),
  MEGABYTE_OF_RUBBISH("malformed", good -> good.withValue("x".repeat(1_000_000))),
  NO_HEADERS("malformed", good -> new KafkaBytes(good.key(), List.of(), good.value())),
  NO_ID("malformed", good -> good.without("ce_id")),
  NO_SOURCE("malformed", good -> good.without("ce_source")),
  NO_TYPE("malformed", good -> good.without("ce_type")),
  NO_TIME("malformed", good -> good.without("ce_time")),
  NO_SPECVERSION("malformed", good -> good.without("ce_specversion")),
  OTHER_SPECVERSION("malformed", good -> good.with("ce_specversion", "2.0")),
  BLANK_TYPE("malformed", good -> good.with("ce_type", " ")),
  EMPTY_TYPE("malformed", good -> good.with("ce_type", "")),
  TYPE_WITHOUT_A_VALUE("malformed", good -> good.without("ce_type").and("ce_type", (byte[]) null)),
  QUOTED_TYPE("malformed", good -> good.with("ce_type", '"' + good.text("ce_type") + '"')),
  QUOTED_TIME("malformed", good -> good.with("ce_time", '"' + good.text("ce_time") + '"')),
  BAD_TIME("malformed", good -> good.with("ce_time", "yesterday")),
  TIME_BEYOND_EVERY_STORE("malformed", good -> good.with("ce_time", "+294277-01-01T00:00:00Z")),
  TIME_BEFORE_EVERY_STORE("malformed", good -> good.with("ce_time", "-4800-01-01T00:00:00Z")),
  TIME_AFTER_9999("malformed", good -> good.with("ce_time", "+10000-01-01T00:00:00Z")),
  TIME_BEFORE_1900("malformed", good -> good.with("ce_time", "1899-12-31T23:59:59.999999Z")),
  DOUBLED_ID("malformed", good -> good.and("ce_id", "another")),
  DOUBLED_SOURCE("malformed", good -> good.and("ce_source", "urn:another")),
  DOUBLED_TYPE("malformed", good -> good.and("ce_type", good.text("ce_type"))),
  SOURCE_THAT_IS_NO_UTF_8("malformed", good -> good.with("ce_source", bytes('u', 0xFF, 0xFE))),
  NUL_IN_THE_ID("malformed", good -> good.with("ce_id", bytes('1', 0, '2'))),
  STRUCTURED_FORMAT(
      "malformed",
      good -> good.with("content-type", "application/cloudevents+json; charset=UTF-8")),
  ANOTHER_FORMAT("malformed", good -> good.with("content-type", "application/avro")),
  TWO_FORMATS("malformed", good -> good.and("content-type", "application/json")),
  TYPE_OF_A_NEWER_CONTRACT("unknown-type", good -> good.with("ce_type", "announced-next-year")),
  SOURCE_THAT_IS_NO_URI("", good -> good.with("ce_source", "urn:precinct:9901:x ")),
  SOURCE_WITH_A_BLANK_INSIDE("", good -> good.with("ce_source", "urn:x:99 01")),
  SOURCE_OF_PLAIN_WORDS("", good -> good.with("ce_source", "not a uri \u4E2D\u6587")),
  QUOTED_SOURCE("", good -> good.with("ce_source", '"' + good.text("ce_source") + '"')),
  FOREIGN_HEADER_THAT_IS_NO_UTF_8("", good -> good.and("trace", bytes(0xFF, 0, 0xFE)));

  private static final Set<String> OF_ANY_TYPE = Set.of("case-events", "notice-events");

  private final String reason;
  private final UnaryOperator<KafkaBytes> spoil;

  Poison(String reason, UnaryOperator<KafkaBytes> spoil) {
    this.reason = reason;
    this.spoil = spoil;
  }

  /** The good record, spoiled. */
  public KafkaBytes spoil(KafkaBytes good) {
    return spoil.apply(good);
  }

  /**
   * The reason of its dead letter on that topic; empty where the record is sound after all. Events
   * of cases may be of any type: the pack of tomorrow may know it.
   */
  public Optional<String> reason(String topic) {
    return reason.isEmpty() || (reason.equals("unknown-type") && OF_ANY_TYPE.contains(topic))
        ? Optional.empty()
        : Optional.of(reason);
  }

  /** No compression makes it short. */
  private static String random(int length) {
    return new Random(length)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (var i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
