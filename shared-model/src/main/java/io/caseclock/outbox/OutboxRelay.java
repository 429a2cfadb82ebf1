package io.caseclock.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.wire.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Empties an outbox. The keys are spread over eight buckets; whoever holds a bucket's advisory lock
 * sends its oldest rows, waits for the broker and deletes them in the same transaction. So order
 * holds for each key, several replicas share the work, and a relay that dies only leads to a
 * repetition, which inboxes ignore.
 */
public final class OutboxRelay {

  static final int BUCKETS = 8;

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'), ?)";
  private static final String OLDEST =
      """
      select seq, aggregatetype, aggregateid, type, headers::text, payload
      from outbox where bucket = ? order by seq limit ?
      """;
  private static final String DELETE = "delete from outbox where bucket = ? and seq = any (?)";

  private final DataSource dataSource;
  private final OutboxSender sender;
  private final AfterPublish afterPublish;
  private final int batchSize;
  private final AtomicInteger turn = new AtomicInteger();

  public OutboxRelay(
      DataSource dataSource, OutboxSender sender, AfterPublish afterPublish, int batchSize) {
    this.dataSource = dataSource;
    this.sender = sender;
    this.afterPublish = afterPublish;
    this.batchSize = batchSize;
  }

  /**
   * Sends at most one batch of each bucket that nobody else is sending. It begins behind the bucket
   * at which it failed the last time, so that a record which no broker takes holds up its own
   * bucket and not all of them.
   *
   * @return how many records the broker took
   * @throws OutboxSender.SendFailedException where the broker did not confirm; nothing is lost
   */
  public int relayOnce() throws SQLException {
    var sent = 0;
    for (var count = 0; count < BUCKETS; count++) {
      sent += relay(Math.floorMod(turn.getAndIncrement(), BUCKETS));
    }
    return sent;
  }

  private int relay(int bucket) throws SQLException {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var rows = lock(connection, bucket) ? oldest(connection, bucket) : List.<Row>of();
        if (!rows.isEmpty()) {
          var records = rows.stream().map(Row::record).toList();
          sender.send(records);
          delete(connection, bucket, rows);
          afterPublish.published(connection, records);
        }
        connection.commit();
        return rows.size();
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  /** The cause is worth more than what a broken connection says of the rollback. */
  private static void rollBack(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static boolean lock(Connection connection, int bucket) throws SQLException {
    try (var statement = connection.prepareStatement(LOCK)) {
      statement.setInt(1, bucket);
      try (var rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private List<Row> oldest(Connection connection, int bucket) throws SQLException {
    List<Row> oldest = new ArrayList<>();
    try (var statement = connection.prepareStatement(OLDEST)) {
      statement.setInt(1, bucket);
      statement.setInt(2, batchSize);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          oldest.add(row(rows));
        }
      }
    }
    return oldest;
  }

  private static Row row(ResultSet rows) throws SQLException {
    try {
      var headers = Json.MAPPER.readValue(rows.getString(5), HEADERS);
      var record =
          new OutboxRecord(
              rows.getString(2), rows.getString(3), rows.getString(4), headers, rows.getBytes(6));
      return new Row(rows.getLong(1), record);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an outbox row has broken headers", e);
    }
  }

  private static void delete(Connection connection, int bucket, List<Row> rows)
      throws SQLException {
    try (var statement = connection.prepareStatement(DELETE)) {
      statement.setInt(1, bucket);
      statement.setArray(
          2, connection.createArrayOf("bigint", rows.stream().map(Row::seq).toArray(Long[]::new)));
      statement.executeUpdate();
    }
  }

  private record Row(long seq, OutboxRecord record) {}
}
