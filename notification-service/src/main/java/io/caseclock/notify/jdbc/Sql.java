package io.caseclock.notify.jdbc;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements in the caller's transaction, and counters that count only what was committed. */
public final class Sql {

  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final MeterRegistry meters;

  public Sql(
      DataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      MeterRegistry meters) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.meters = meters;
  }

  /** Returns how many rows were changed. */
  public int update(String sql, @Nullable Object... parameters) {
    return with(
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            return statement.executeUpdate();
          }
        });
  }

  public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return with(
        connection -> {
          List<T> found = new ArrayList<>();
          try (var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                found.add(reader.read(rows));
              }
            }
          }
          return found;
        });
  }

  public <T> T with(Work<T> work) {
    try (var connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new SqlFailedException(e);
    }
  }

  /** Counts once the transaction has committed; without a transaction, at once. */
  public void countOnCommit(String meter, String tag, String value, int amount) {
    if (amount == 0) {
      return;
    }
    if (transactions.getTransactionKey() == null) {
      meters.counter(meter, tag, value).increment(amount);
      return;
    }
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              meters.counter(meter, tag, value).increment(amount);
            }
          }
        });
  }

  private static void bind(
      Connection connection, PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (var i = 0; i < parameters.length; i++) {
      switch (parameters[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
        case Collection<?> texts ->
            statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
        case Object plain -> statement.setObject(i + 1, plain);
      }
    }
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

  /** Reads one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Uses the transaction's connection. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** The database refused or was away; the cause says which. */
  public static final class SqlFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlFailedException(SQLException cause) {
      super("a statement failed", cause);
    }
  }
}
