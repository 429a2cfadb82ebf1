package io.caseclock.bench.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A table that takes the same bytes without asking anything, each insert durable on its own. */
record PlainRows(DataSource database, Sent events) {

  private static final String CREATE =
      """
      create schema if not exists bench;
      create table if not exists bench.plain_event (
        id bigint generated always as identity primary key, event jsonb not null)
      """;

  private static final String ONE = "insert into bench.plain_event (event) values (?::jsonb)";
  private static final String MANY =
      "insert into bench.plain_event (event) select value from jsonb_array_elements(?::jsonb)";

  void create() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(CREATE);
    }
  }

  /** One row, or as many as an array has elements, by a connection of its own. */
  Callers.Work inserting(String station, int rows) throws SQLException {
    return new Inserting(database.getConnection(), station, rows);
  }

  private final class Inserting implements Callers.Work {

    private final Connection connection;
    private final PreparedStatement statement;
    private final String station;
    private final int rows;

    Inserting(Connection connection, String station, int rows) throws SQLException {
      this.connection = connection;
      this.station = station;
      this.rows = rows;
      statement = connection.prepareStatement(rows == 1 ? ONE : MANY);
    }

    @Override
    public void once() throws SQLException {
      statement.setString(1, rows == 1 ? events.next(station) : events.next(station, rows));
      statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
