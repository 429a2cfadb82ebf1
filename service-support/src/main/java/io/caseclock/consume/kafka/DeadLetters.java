package io.caseclock.consume.kafka;

import io.caseclock.attribute.Identifier;
import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.DeadLetter.Header;
import io.caseclock.consume.DeadLetter.Origin;
import io.caseclock.consume.DeadLetterState;
import io.caseclock.consume.FailureReason;
import io.caseclock.consume.jdbc.DeadLetterTable;
import io.caseclock.consume.jdbc.OnDeadLetter;
import io.caseclock.consume.jdbc.RecordBytes;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.MalformedRecordException;
import io.caseclock.wire.WireRecord;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record aside as it came, with the reason: in a table for operators, and by way of the
 * outbox on its dead-letter topic. Whatever its bytes, it can be stored.
 */
public final class DeadLetters {

  private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetters.class);
  private static final int LONGEST_DETAIL = 300;

  private final Sql sql;
  private final InstantSource clock;
  private final DatabaseRetry retry;
  private final String consumer;
  private final OnDeadLetter also;

  /**
   * @param consumer names the dead-letter topics
   * @param also what the service does about a record that is lost to it
   */
  public DeadLetters(
      DataSource dataSource,
      InstantSource clock,
      DatabaseRetry retry,
      String consumer,
      OnDeadLetter also) {
    this.sql = new Sql(dataSource);
    this.clock = clock;
    this.retry = retry;
    this.consumer = consumer;
    this.also = also;
  }

  /** Returns once it is stored, in a transaction of its own; its case lacks an effect. */
  public void put(ConsumerRecord<byte[], byte[]> consumed, FailureReason reason, Throwable cause) {
    store(letter(consumed, reason, cause, caseOf(consumed)), consumed, cause);
  }

  /** The same for a record that is kept, so that its case lacks nothing but an evaluation. */
  public void putKept(
      ConsumerRecord<byte[], byte[]> consumed, FailureReason reason, Throwable cause) {
    store(letter(consumed, reason, cause, null), consumed, cause);
  }

  private void store(DeadLetter letter, ConsumerRecord<byte[], byte[]> consumed, Throwable cause) {
    retry.failed(consumed.topic(), letter.reason());
    LOGGER
        .atError()
        .addKeyValue("topic", consumed.topic())
        .addKeyValue("partition", consumed.partition())
        .addKeyValue("offset", consumed.offset())
        .addKeyValue("reason", letter.reason().wire())
        .setCause(letter.reason() == FailureReason.BUG ? cause : null)
        .log("record put aside as a dead letter");
    store(letter);
  }

  /** Whole where that can be; a letter that can be kept in no other way is kept alone. */
  private void store(DeadLetter letter) {
    store(
        List.of(
            new Way(letter, this::followAndCopy),
            new Way(letter, this::copy),
            new Way(withoutCase(letter), OnDeadLetter.NOTHING)));
  }

  private void store(List<Way> ways) {
    try {
      store(ways.getFirst());
    } catch (RuntimeException e) {
      if (DatabaseRetry.isTransient(e) || ways.size() == 1) {
        throw e;
      }
      LOGGER.atError().setCause(e).log("a dead letter is kept without what should follow from it");
      store(ways.subList(1, ways.size()));
    }
  }

  /** What is stored, and what else belongs to the same transaction. */
  private record Way(DeadLetter letter, OnDeadLetter following) {}

  private void followAndCopy(Connection connection, DeadLetter letter) throws SQLException {
    also.putAside(connection, letter);
    copy(connection, letter);
  }

  private void copy(Connection connection, DeadLetter letter) throws SQLException {
    Outbox.append(connection, List.of(outgoing(letter)), clock.instant());
  }

  private void store(Way way) {
    var letter = way.letter();
    retry.run(
        letter.origin().topic(),
        () ->
            sql.transact(
                connection -> {
                  var id = DeadLetterTable.put(connection, letter);
                  if (id.isPresent()) {
                    way.following().putAside(connection, letter.under(id.get()));
                  }
                  return letter;
                }));
  }

  private DeadLetter letter(
      ConsumerRecord<byte[], byte[]> consumed,
      FailureReason reason,
      Throwable cause,
      @Nullable String caseId) {
    List<Header> headers = new ArrayList<>();
    consumed.headers().forEach(header -> headers.add(new Header(header.key(), header.value())));
    return new DeadLetter(
        0,
        new Origin(consumed.topic(), consumed.partition(), consumed.offset()),
        reason,
        RecordBytes.storable(shortened(cause)),
        consumed.key(),
        headers,
        consumed.value(),
        caseId,
        clock.instant(),
        1,
        DeadLetterState.OPEN,
        null,
        null,
        null);
  }

  /** Nothing of it stands in an index but where it came from, and its reason. */
  private static DeadLetter withoutCase(DeadLetter letter) {
    return new DeadLetter(
        0,
        letter.origin(),
        letter.reason(),
        letter.detail(),
        letter.key(),
        letter.headers(),
        letter.value(),
        null,
        letter.putAt(),
        1,
        DeadLetterState.OPEN,
        null,
        null,
        null);
  }

  /**
   * Every topic but the directory is keyed by case; null where the key is no text, and where it is
   * longer than any case's id: the index takes no more, and the key itself is kept whole.
   */
  private static @Nullable String caseOf(ConsumerRecord<byte[], byte[]> consumed) {
    if (consumed.topic().equals(Topics.DIRECTORY)) {
      return null;
    }
    try {
      var key = WireRecord.key(consumed);
      return key.length() > Identifier.LONGEST ? null : key;
    } catch (MalformedRecordException e) {
      return null;
    }
  }

  /** The record as it came; what a text cannot carry stands in base64 beside it. */
  private OutboxRecord outgoing(DeadLetter letter) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (var header : letter.headers()) {
      headers.put(RecordBytes.storable(header.name()), text(header.value()));
    }
    headers.put("reason", letter.reason().wire());
    headers.put("detail", letter.detail());
    headers.put("origin", letter.origin().toString());
    headers.put("original-headers", RecordBytes.text(letter.headers()));
    if (letter.key() != null) {
      headers.put("original-key", Base64.getEncoder().encodeToString(letter.key()));
    }
    if (letter.value() == null) {
      headers.put("original-value", "null");
    }
    return new OutboxRecord(
        Topics.deadLetter(letter.origin().topic(), consumer),
        text(letter.key()),
        "dead-letter",
        headers,
        letter.value() == null ? new byte[0] : letter.value());
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : RecordBytes.storable(new String(bytes, StandardCharsets.UTF_8));
  }

  /** What the database says holds values of other records, and stands in the log. */
  static String told(Throwable cause) {
    for (var link = cause; link != null; link = link.getCause()) {
      if (link instanceof SQLException refusal) {
        return "the database refused it (" + refusal.getSQLState() + "); the log says more";
      }
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static String shortened(Throwable cause) {
    var text = told(cause);
    if (text.length() <= LONGEST_DETAIL) {
      return text;
    }
    var end = LONGEST_DETAIL - (Character.isHighSurrogate(text.charAt(LONGEST_DETAIL - 1)) ? 1 : 0);
    return text.substring(0, end);
  }
}
