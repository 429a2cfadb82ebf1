package io.caseclock.monitor.watch.kafka;

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

/** Puts a record that cannot be taken in on the dead-letter topic, whole, with the reason. */
public final class DeadLetters {

  private static final String CONSUMER = "monitor";

  private final Sql sql;
  private final InstantSource clock;

  public DeadLetters(DataSource dataSource, InstantSource clock) {
    sql = new Sql(dataSource);
    this.clock = clock;
  }

  void put(ConsumerRecord<String, byte[]> record, FailureReason reason, String detail) {
    Map<String, String> headers = new LinkedHashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.key(),
                    header.value() == null
                        ? ""
                        : new String(header.value(), StandardCharsets.UTF_8)));
    headers.put("reason", reason.name());
    headers.put("detail", detail);
    headers.put("origin", record.topic() + "-" + record.partition() + "@" + record.offset());
    var letter =
        new OutboxRecord(
            Topics.deadLetter(record.topic(), CONSUMER),
            record.key() == null ? "" : record.key(),
            "dead-letter",
            headers,
            record.value() == null ? new byte[0] : record.value());
    sql.transact(
        connection -> {
          Outbox.append(connection, List.of(letter), clock.instant());
          return letter;
        });
  }
}
