package io.caseclock.monitor.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a batch, each bound as one array and spread out by {@code unnest}: one statement,
 * however many rows. Values travel in PostgreSQL's text form.
 */
final class ArrayColumns<T> {

  private record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

  private final List<Column<T>> columns = new ArrayList<>();

  ArrayColumns<T> with(String name, String type, Function<T, @Nullable Object> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  /** The column names, comma separated. */
  String names() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }

  /** {@code unnest(?::text[], …) as r(…)}. */
  String unnest() {
    var arrays = columns.stream().map(column -> "?::" + column.type() + "[]").toList();
    return "unnest(" + String.join(", ", arrays) + ") as r(" + names() + ")";
  }

  /** {@code a = excluded.a, …} for every column but the key's. */
  String assignments(List<String> key) {
    return String.join(
        ", ",
        columns.stream()
            .map(Column::name)
            .filter(name -> !key.contains(name))
            .map(name -> name + " = excluded." + name)
            .toList());
  }

  /** How many parameters {@link #bind} sets. */
  int size() {
    return columns.size();
  }

  /** Binds the rows' values, one array a column, from the first parameter on. */
  void bind(Connection connection, PreparedStatement statement, List<T> rows) throws SQLException {
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var values = new @Nullable String[rows.size()];
      for (var n = 0; n < values.length; n++) {
        values[n] = text(column.value().apply(rows.get(n)));
      }
      statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
