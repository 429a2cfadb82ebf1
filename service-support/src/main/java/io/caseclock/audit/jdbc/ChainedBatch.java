package io.caseclock.audit.jdbc;

import io.caseclock.audit.AuditEntry;
import io.caseclock.chain.ChainEntry;
import io.caseclock.chain.DayHead;
import io.caseclock.chain.Link;
import io.caseclock.jdbc.Sql;
import io.caseclock.wire.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Entries on their way to the end of the chain: four statements, however many they are. Replicas
 * wait for each other, from the lock to the end of the transaction.
 */
final class ChainedBatch {

  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.audit_log'))";
  private static final String NEWEST =
      "select day, entries, follows, last from audit_log_day order by day desc limit 1";
  private static final String APPEND =
      """
      insert into audit_log (at, account, officer, roles, unit, operation, ids, status, request_id,
        day, number, hash)
      values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
      """;
  private static final String HEAD =
      """
      insert into audit_log_day as head (day, entries, follows, last) values (?, ?, ?, ?)
      on conflict (day) do update set entries = excluded.entries, last = excluded.last
      """;

  private final Connection connection;
  private final Map<LocalDate, DayHead> heads = new TreeMap<>();
  private @Nullable DayHead newest;

  private ChainedBatch(Connection connection, @Nullable DayHead newest) {
    this.connection = connection;
    this.newest = newest;
  }

  /** Takes the lock first, so that the newest head is read as the last writer left it. */
  static ChainedBatch begin(Connection connection) throws SQLException {
    Sql.query(connection, LOCK, statement -> {}, row -> true);
    var newest = Sql.query(connection, NEWEST, statement -> {}, ChainRows::head);
    return new ChainedBatch(connection, newest.isEmpty() ? null : newest.getFirst());
  }

  /** Returns how many were appended. */
  int append(List<AuditEntry> entries) throws SQLException {
    List<Link> links = new ArrayList<>();
    for (var entry : entries) {
      links.add(next(entry));
    }
    try (var statement = connection.prepareStatement(APPEND)) {
      for (var link : links) {
        bind(statement, link);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    keepHeads();
    return links.size();
  }

  private Link next(AuditEntry entry) {
    var open = open(LocalDate.ofInstant(entry.at(), ZoneOffset.UTC));
    var actor = entry.actor();
    var content =
        new ChainEntry(
            open.day(),
            open.entries() + 1,
            entry.at(),
            actor.account(),
            actor.officer(),
            actor.roles(),
            actor.unit(),
            entry.operation(),
            entry.ids(),
            entry.status(),
            entry.requestId());
    var hash = content.hash(open.last());
    newest = new DayHead(open.day(), content.number(), open.follows(), hash);
    heads.put(open.day(), newest);
    return new Link(content, hash);
  }

  /** The head that an entry of that day comes to; a clock that steps back opens no day again. */
  private DayHead open(LocalDate day) {
    var head = newest;
    if (head == null) {
      return new DayHead(day, 0, DayHead.GENESIS, DayHead.GENESIS);
    }
    return day.isAfter(head.day()) ? new DayHead(day, 0, head.last(), head.last()) : head;
  }

  private void bind(PreparedStatement statement, Link link) throws SQLException {
    var entry = link.entry();
    statement.setObject(1, Sql.utc(entry.at()));
    statement.setString(2, entry.account());
    statement.setString(3, entry.officer());
    statement.setArray(4, connection.createArrayOf("text", entry.roles().toArray()));
    statement.setString(5, entry.unit());
    statement.setString(6, entry.operation());
    statement.setString(7, Json.text(entry.ids()));
    statement.setInt(8, entry.status());
    statement.setString(9, entry.requestId());
    statement.setObject(10, entry.day());
    statement.setInt(11, entry.number());
    statement.setString(12, link.hash());
  }

  private void keepHeads() throws SQLException {
    try (var statement = connection.prepareStatement(HEAD)) {
      for (var head : heads.values()) {
        statement.setObject(1, head.day());
        statement.setInt(2, head.entries());
        statement.setString(3, head.follows());
        statement.setString(4, head.last());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
