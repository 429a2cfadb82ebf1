package io.caseclock.outbox;

import io.caseclock.contract.CurrentTraces;
import io.caseclock.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Where a business transaction leaves what others shall learn of it. */
public final class Outbox {

  private static final String APPEND =
      """
      insert into outbox (aggregatetype, aggregateid, type, headers, payload, created_at)
      select topic, key, type, headers::jsonb, payload, ?
      from unnest(?, ?, ?, ?, ?) with ordinality as r(topic, key, type, headers, payload, n)
      order by n
      """;

  /**
   * Appends records in the caller's transaction, in the order given; each becomes a part of the
   * trace that holds for its key. Where order between two transactions matters, the caller holds a
   * lock on the key's own row.
   */
  public static void append(Connection connection, List<OutboxRecord> untraced, Instant now)
      throws SQLException {
    if (untraced.isEmpty()) {
      return;
    }
    var records =
        untraced.stream().map(record -> record.inTrace(CurrentTraces.of(record.key()))).toList();
    try (var statement = connection.prepareStatement(APPEND)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setArray(2, texts(connection, records.stream().map(OutboxRecord::topic)));
      statement.setArray(3, texts(connection, records.stream().map(OutboxRecord::key)));
      statement.setArray(4, texts(connection, records.stream().map(OutboxRecord::type)));
      statement.setArray(
          5, texts(connection, records.stream().map(record -> Json.text(record.headers()))));
      var payloads = records.stream().map(OutboxRecord::payload).toArray(byte[][]::new);
      statement.setArray(6, connection.createArrayOf("bytea", payloads));
      statement.executeUpdate();
    }
  }

  private static java.sql.Array texts(Connection connection, java.util.stream.Stream<String> texts)
      throws SQLException {
    return connection.createArrayOf("text", texts.toArray(String[]::new));
  }

  private Outbox() {}
}
