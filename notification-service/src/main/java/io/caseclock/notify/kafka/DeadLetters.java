package io.caseclock.notify.kafka;

import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a record aside as it came, with the reason, by way of the outbox. */
public final class DeadLetters {

  private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetters.class);
  private static final String CONSUMER = "notification";
  private static final int LONGEST_DETAIL = 300;

  private final Sql sql;
  private final InstantSource clock;
  private final Patience patience;

  public DeadLetters(Sql sql, InstantSource clock, Patience patience) {
    this.sql = sql;
    this.clock = clock;
    this.patience = patience;
  }

  public void put(ConsumerRecord<String, byte[]> consumed, FailureReason reason, Exception cause) {
    patience.failed(consumed.topic(), reason);
    LOGGER
        .atError()
        .addKeyValue("topic", consumed.topic())
        .addKeyValue("partition", consumed.partition())
        .addKeyValue("offset", consumed.offset())
        .addKeyValue("reason", reason.wire())
        .setCause(reason == FailureReason.BUG ? cause : null)
        .log("record put aside as a dead letter");
    var letter = letter(consumed, reason, cause);
    patience.inTransaction(
        consumed.topic(),
        () ->
            sql.with(
                connection -> {
                  Outbox.append(connection, List.of(letter), clock.instant());
                  return 1;
                }));
  }

  private static OutboxRecord letter(
      ConsumerRecord<String, byte[]> consumed, FailureReason reason, Exception cause) {
    Map<String, String> headers = new LinkedHashMap<>();
    consumed
        .headers()
        .forEach(
            header -> {
              if (header.value() != null) {
                headers.put(
                    header.key(), storable(new String(header.value(), StandardCharsets.UTF_8)));
              }
            });
    headers.put("reason", reason.wire());
    headers.put("reason-detail", storable(shortened(String.valueOf(cause.getMessage()))));
    headers.put("original-partition", Integer.toString(consumed.partition()));
    headers.put("original-offset", Long.toString(consumed.offset()));
    return new OutboxRecord(
        Topics.deadLetter(consumed.topic(), CONSUMER),
        consumed.key() == null ? "unknown" : storable(consumed.key()),
        headers.getOrDefault("ce_type", "unknown"),
        headers,
        consumed.value() == null ? new byte[0] : consumed.value());
  }

  /** PostgreSQL stores no NUL; without this a poisoned header would stop the stream. */
  private static String storable(String text) {
    return text.replace('\u0000', '\uFFFD');
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL);
  }
}
