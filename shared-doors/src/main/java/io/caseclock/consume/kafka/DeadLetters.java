package io.caseclock.consume.kafka;

import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a record aside as it came, with the reason, by way of the outbox. */
public final class DeadLetters {

  private static final Logger LOGGER = LoggerFactory.getLogger(DeadLetters.class);
  private static final int LONGEST_DETAIL = 300;

  private final Sql sql;
  private final InstantSource clock;
  private final Patience patience;
  private final String consumer;

  /**
   * @param consumer names the dead-letter topics
   */
  public DeadLetters(
      DataSource dataSource, InstantSource clock, Patience patience, String consumer) {
    this.sql = new Sql(dataSource);
    this.clock = clock;
    this.patience = patience;
    this.consumer = consumer;
  }

  /** Returns once it is stored, in a transaction of its own. */
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
    patience.untilItPasses(
        consumed.topic(),
        () ->
            sql.transact(
                connection -> {
                  Outbox.append(connection, List.of(letter), clock.instant());
                  return letter;
                }));
  }

  private OutboxRecord letter(
      ConsumerRecord<String, byte[]> consumed, FailureReason reason, Exception cause) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (var header : consumed.headers()) {
      var value = header.value() == null ? new byte[0] : header.value();
      headers.put(storable(header.key()), storable(new String(value, StandardCharsets.UTF_8)));
    }
    headers.put("reason", reason.wire());
    headers.put("detail", storable(shortened(String.valueOf(cause.getMessage()))));
    headers.put("origin", consumed.topic() + "-" + consumed.partition() + "@" + consumed.offset());
    return new OutboxRecord(
        Topics.deadLetter(consumed.topic(), consumer),
        consumed.key() == null ? "" : storable(consumed.key()),
        "dead-letter",
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
