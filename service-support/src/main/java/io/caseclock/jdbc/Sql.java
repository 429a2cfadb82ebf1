package io.caseclock.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Transactions and statements in plain JDBC, without the ceremony. */
public final class Sql {

  private final DataSource dataSource;

  public Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Uses an open connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Binds parameters. */
  @FunctionalInterface
  public interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The database refused or was away; the cause says which. */
  public static final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** In a transaction of its own: commits if the work returns, rolls back if it throws. */
  public <T> T transact(Work<T> work) {
    return with(
        connection -> {
          connection.setAutoCommit(false);
          try {
            var result = work.on(connection);
            connection.commit();
            return result;
          } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
          }
        });
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** In the caller's JTA transaction, where there is one; otherwise each statement by itself. */
  public <T> T with(Work<T> work) {
    try (var connection = connection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Whatever keeps a connection from us, the pool's limit included, is worth another try. */
  private Connection connection() throws SQLException {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new SQLTransientConnectionException("no connection to the database", e);
    }
  }

  /** As {@link #with}; returns how many rows were changed. */
  public int update(String sql, @Nullable Object... parameters) {
    return with(
        connection ->
            update(connection, sql, statement -> bind(connection, statement, parameters)));
  }

  /** As {@link #with}; returns all rows. */
  public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return with(
        connection ->
            query(connection, sql, statement -> bind(connection, statement, parameters), reader));
  }

  public static int update(Connection connection, String sql, Binder binder) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      return statement.executeUpdate();
    }
  }

  public static <T> List<T> query(
      Connection connection, String sql, Binder binder, RowReader<T> reader) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      binder.bind(statement);
      try (var rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    }
  }

  /** Instants without any zone of the machine, collections as arrays of text or of bytes. */
  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      switch (parameters[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case Instant at -> statement.setObject(i + 1, utc(at));
        case Collection<?> all -> statement.setArray(i + 1, array(connection, all));
        case Object plain -> statement.setObject(i + 1, plain);
      }
    }
  }

  /** The driver sends these types of arrays as they are; any other it would write out and quote. */
  private static Array array(Connection connection, Collection<?> all) throws SQLException {
    if (!all.isEmpty() && all.iterator().next() instanceof byte[]) {
      return connection.createArrayOf("bytea", all.toArray(byte[][]::new));
    }
    var texts = new ArrayList<@Nullable String>(all.size());
    all.forEach(one -> texts.add(one == null ? null : one.toString()));
    return connection.createArrayOf("text", texts.toArray(String[]::new));
  }

  /** One value of each row, in their order: a column of what a statement takes by arrays. */
  public static <R> List<@Nullable Object> column(
      Collection<R> rows, Function<? super R, ? extends @Nullable Object> value) {
    return rows.stream().<@Nullable Object>map(value).toList();
  }

  /** Binds an instant without going through any zone of the machine. */
  public static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** An instant column; null where it is empty. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** An instant column that is never empty. */
  public static Instant required(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
