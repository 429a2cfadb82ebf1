package io.caseclock.outbox;

import io.caseclock.testsupport.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A fresh database with the tables of the hand-over, as each service has them. */
record OutboxDatabase(DataSource dataSource) {

  static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  static final String TOPIC = "case-events";

  static OutboxDatabase fresh() throws SQLException {
    var database = new OutboxDatabase(TestDatabase.fresh());
    database.execute(migration());
    return database;
  }

  static String migration() {
    return script("V1__create_outbox_and_inbox");
  }

  private static String script(String name) {
    var resource = "/db/shared/" + name + ".sql";
    try (var script = OutboxDatabase.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(script, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record that says where it stands among the records of its key. */
  static OutboxRecord numbered(String key, int number) {
    var payload = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    return new OutboxRecord(TOPIC, key, "case-filed", Map.of("ce_id", key + "-" + number), payload);
  }

  static List<OutboxRecord> numbered(String key, int from, int until) {
    return IntStream.range(from, until).mapToObj(number -> numbered(key, number)).toList();
  }

  static String key(int number) {
    return "C-%03d".formatted(number);
  }

  void append(OutboxRecord... records) throws SQLException {
    append(List.of(records));
  }

  void append(List<OutboxRecord> records) throws SQLException {
    inTransaction(connection -> Outbox.append(connection, records, NOW));
  }

  void inTransaction(Work work) throws SQLException {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      work.on(connection);
      connection.commit();
    }
  }

  void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  int count(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  int waiting() throws SQLException {
    return count("select count(*) from outbox");
  }

  OutboxRelay relay(OutboxSender sender) {
    return new OutboxRelay(dataSource, sender, AfterPublish.NOTHING, 50);
  }

  @FunctionalInterface
  interface Work {
    void on(Connection connection) throws SQLException;
  }
}
