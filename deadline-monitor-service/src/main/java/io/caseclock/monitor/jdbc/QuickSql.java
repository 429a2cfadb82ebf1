package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions over many rows that are answered sooner than the database could compile them. */
final class QuickSql {

  private static final String NO_JIT = "set local jit = off";
  private static final String PLAN_EACH = "set local plan_cache_mode = force_custom_plan";

  /**
   * As {@link io.caseclock.directory.jdbc.Subtree#holds}, with the units gathered first: a planner
   * who takes them for a few goes through the rows once for each of five hundred.
   */
  static String isWithin(String unit) {
    return unit
        + " = any (array(select below.id from unit below"
        + " where starts_with(below.path, (select root.path from unit root where root.id = ?))))";
  }

  /**
   * In a transaction of its own, planned for these parameters: a plan for any would not know how
   * few rows they leave.
   */
  static <T> List<T> planned(
      Sql sql, String text, Sql.RowReader<T> reader, List<@Nullable Object> parameters) {
    return sql.transact(
        connection -> {
          Sql.update(connection, NO_JIT, any -> {});
          Sql.update(connection, PLAN_EACH, any -> {});
          return Sql.query(connection, text, statement -> bind(statement, parameters), reader);
        });
  }

  /** In a transaction of its own. */
  static <T> List<T> query(
      Sql sql, String text, Sql.RowReader<T> reader, List<@Nullable Object> parameters) {
    return sql.transact(
        connection -> {
          Sql.update(connection, NO_JIT, any -> {});
          return Sql.query(connection, text, statement -> bind(statement, parameters), reader);
        });
  }

  /** Instants without any zone of the machine, collections as arrays of text. */
  static void bind(PreparedStatement statement, List<@Nullable Object> parameters)
      throws SQLException {
    for (var i = 0; i < parameters.size(); i++) {
      var value = parameters.get(i);
      switch (value) {
        case Instant at -> statement.setObject(i + 1, Sql.utc(at));
        case Collection<?> texts ->
            statement.setArray(
                i + 1, statement.getConnection().createArrayOf("text", texts.toArray()));
        case null, default -> statement.setObject(i + 1, value);
      }
    }
  }

  private QuickSql() {}
}
