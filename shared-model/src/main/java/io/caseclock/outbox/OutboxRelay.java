package io.caseclock.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.outbox.OutboxSender.RecordsRefusedException;
import io.caseclock.wire.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties an outbox. The keys are spread over eight buckets; whoever holds a bucket's advisory lock
 * sends its oldest rows, waits for the broker and deletes them in the same transaction. So order
 * holds for each key, several replicas share the work, and a relay that dies only leads to a
 * repetition, which inboxes ignore. One transaction takes half of the buckets, so that another
 * replica finds the other half free; after a failure it takes one bucket at a time until all went
 * well.
 */
public final class OutboxRelay {

  static final int BUCKETS = 8;
  private static final int TOGETHER = BUCKETS / 2;

  private static final Logger LOGGER = LoggerFactory.getLogger(OutboxRelay.class);

  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  /**
   * Most of the time the table is empty, and then a plan that reads all of it looks best; it would
   * be kept while many thousand rows come and go. So this transaction reads by the index.
   */
  private static final String LOCK =
      """
      select b from set_config('enable_seqscan', 'off', true),
        generate_series(?::int, ?::int) as buckets(b)
      where pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox'), b)
      """;

  private static final String OLDEST =
      """
      select o.seq, aggregatetype, aggregateid, type, headers::text, payload
      from unnest(?::int[]) as held(b) cross join lateral
        (select * from outbox where bucket = held.b order by seq limit ?) as o
      order by o.seq limit ?
      """;
  private static final String SET_ASIDE =
      """
      insert into outbox_refused (seq, topic, key, type, headers, payload, created_at, reason)
      select seq, aggregatetype, aggregateid, type, headers, payload, created_at, ?
      from outbox where seq = ?
      """;
  private static final String DELETE = "delete from outbox where seq = any (?)";

  private final DataSource dataSource;
  private final OutboxSender sender;
  private final AfterPublish afterPublish;
  private final int batchSize;
  private final AtomicInteger turn = new AtomicInteger();
  private volatile boolean oneByOne; // by the relaying thread

  public OutboxRelay(
      DataSource dataSource, OutboxSender sender, AfterPublish afterPublish, int batchSize) {
    this.dataSource = dataSource;
    this.sender = sender;
    this.afterPublish = afterPublish;
    this.batchSize = batchSize;
  }

  /** The most records of one transaction. */
  int batchSize() {
    return batchSize;
  }

  /**
   * Sends at most one batch of each half of the buckets, of those that nobody else is sending.
   * After a failure it goes on behind the bucket at which it failed, one at a time, so that a
   * record which the broker does not take holds up its own bucket and not all of them. A record
   * that will never be taken is set aside in {@code outbox_refused}, so that it holds up nothing.
   *
   * @return how many records were dealt with: the broker took them, or they were set aside
   * @throws OutboxSender.SendFailedException where the broker did not confirm; nothing is lost
   */
  public int relayOnce() throws SQLException {
    var each = oneByOne ? 1 : TOGETHER;
    oneByOne = true;
    var sent = 0;
    for (var count = 0; count < BUCKETS; count += each) {
      var first = Math.floorMod(turn.getAndAdd(each), BUCKETS);
      sent += relay(first - first % each, each);
    }
    oneByOne = false;
    return sent;
  }

  private int relay(int firstBucket, int number) throws SQLException {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var held = lock(connection, firstBucket, firstBucket + number - 1);
        var rows = held.length == 0 ? List.<Row>of() : oldest(connection, held);
        if (!rows.isEmpty()) {
          var taken = send(connection, rows);
          delete(connection, rows);
          afterPublish.published(connection, taken);
        }
        connection.commit();
        return rows.size();
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  /** Returns what the broker took; the others are set aside. */
  private List<OutboxRecord> send(Connection connection, List<Row> rows) throws SQLException {
    var readable = rows.stream().filter(row -> row.record() != null).toList();
    var records = readable.stream().map(row -> Objects.requireNonNull(row.record())).toList();
    for (var row : rows) {
      if (row.record() == null) {
        setAside(connection, row.seq(), "its headers are not a map of texts");
      }
    }
    try {
      if (!records.isEmpty()) {
        sender.send(records);
      }
      return records;
    } catch (RecordsRefusedException e) {
      List<OutboxRecord> taken = new ArrayList<>();
      for (var place = 0; place < records.size(); place++) {
        var reason = e.reasons().get(place);
        if (reason == null) {
          taken.add(records.get(place));
        } else {
          setAside(connection, readable.get(place).seq(), reason);
        }
      }
      return taken;
    }
  }

  private static void setAside(Connection connection, long seq, String reason) throws SQLException {
    LOGGER
        .atError()
        .addKeyValue("seq", seq)
        .addKeyValue("reason", reason)
        .log("no broker takes this record, it is set aside in outbox_refused");
    try (var statement = connection.prepareStatement(SET_ASIDE)) {
      statement.setString(1, reason);
      statement.setLong(2, seq);
      statement.executeUpdate();
    }
  }

  /** The cause is worth more than what a broken connection says of the rollback. */
  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Returns those of the buckets, both ends included, that are this transaction's now. */
  private static Integer[] lock(Connection connection, int first, int last) throws SQLException {
    List<Integer> held = new ArrayList<>();
    try (var statement = connection.prepareStatement(LOCK)) {
      statement.setInt(1, first);
      statement.setInt(2, last);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          held.add(rows.getInt(1));
        }
      }
    }
    return held.toArray(Integer[]::new);
  }

  private List<Row> oldest(Connection connection, Integer[] buckets) throws SQLException {
    List<Row> oldest = new ArrayList<>();
    try (var statement = connection.prepareStatement(OLDEST)) {
      statement.setArray(1, connection.createArrayOf("int", buckets));
      statement.setInt(2, batchSize);
      statement.setInt(3, batchSize);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          oldest.add(row(rows));
        }
      }
    }
    return oldest;
  }

  private static Row row(ResultSet rows) throws SQLException {
    return new Row(rows.getLong(1), record(rows));
  }

  private static @Nullable OutboxRecord record(ResultSet rows) throws SQLException {
    try {
      var headers = Json.MAPPER.readValue(rows.getString(5), HEADERS);
      return new OutboxRecord(
          rows.getString(2), rows.getString(3), rows.getString(4), headers, rows.getBytes(6));
    } catch (JsonProcessingException | NullPointerException e) {
      return null;
    }
  }

  private static void delete(Connection connection, List<Row> rows) throws SQLException {
    try (var statement = connection.prepareStatement(DELETE)) {
      statement.setArray(
          1, connection.createArrayOf("bigint", rows.stream().map(Row::seq).toArray(Long[]::new)));
      statement.executeUpdate();
    }
  }

  /** A row; without a record where its headers cannot be read. */
  private record Row(long seq, @Nullable OutboxRecord record) {}
}
