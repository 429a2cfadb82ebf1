package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Questions over many rows that are answered sooner than the database could compile them. */
final class QuickSql {

  private static final String NO_JIT = "set local jit = off";
  private static final String PLAN_EACH = "set local plan_cache_mode = force_custom_plan";
  private static final int FETCH = 1_000;

  private static final Pattern ONE_OF = Pattern.compile("one_of\\(([a-z_.]+), \\?\\)");

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
   * As {@link #isWithin}, of a statement that {@link #query} or {@link #planned} runs: the form of
   * the condition follows from how many units there are. Takes a {@link Root} as its one parameter.
   */
  static String isOneOf(String unit) {
    return "one_of(" + unit + ", ?)";
  }

  /** A parameter of {@link #isOneOf}: the unit whose subtree is asked for. */
  record Root(String unit) {}

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
          return run(connection, text, reader, parameters);
        });
  }

  /** In a transaction of its own. */
  static <T> List<T> query(
      Sql sql, String text, Sql.RowReader<T> reader, List<@Nullable Object> parameters) {
    return sql.transact(
        connection -> {
          Sql.update(connection, NO_JIT, any -> {});
          return run(connection, text, reader, parameters);
        });
  }

  /** Hands on row by row, without holding them in memory. */
  static <T> void each(
      Sql sql,
      String text,
      Sql.RowReader<T> reader,
      List<@Nullable Object> parameters,
      Consumer<T> consumer) {
    sql.transact(
        connection -> {
          var expanded = NamedUnits.in(connection, text, parameters);
          try (var statement = connection.prepareStatement(expanded.text())) {
            bind(statement, expanded.values());
            statement.setFetchSize(FETCH);
            return hand(statement, reader, consumer);
          }
        });
  }

  private static <T> int hand(
      PreparedStatement statement, Sql.RowReader<T> reader, Consumer<T> consumer)
      throws SQLException {
    try (var rows = statement.executeQuery()) {
      var read = 0;
      while (rows.next()) {
        consumer.accept(reader.read(rows));
        read++;
      }
      return read;
    }
  }

  private static <T> List<T> run(
      Connection connection,
      String text,
      Sql.RowReader<T> reader,
      List<@Nullable Object> parameters)
      throws SQLException {
    var expanded = NamedUnits.in(connection, text, parameters);
    return Sql.query(
        connection, expanded.text(), statement -> bind(statement, expanded.values()), reader);
  }

  /** A statement with the units that it asks for. */
  private record NamedUnits(String text, List<@Nullable Object> values) {

    static NamedUnits in(Connection connection, String text, List<@Nullable Object> parameters)
        throws SQLException {
      Map<Root, UnitsBelow> found = new HashMap<>();
      List<@Nullable Object> values = new ArrayList<>();
      for (var value : parameters) {
        values.add(value instanceof Root root ? ids(connection, root, found) : value);
      }
      var areFew = found.values().stream().allMatch(UnitsBelow::areFew);
      var plain =
          ONE_OF
              .matcher(text)
              .replaceAll(one -> Matcher.quoteReplacement(UnitsBelow.holds(one.group(1), areFew)));
      return new NamedUnits(plain, values);
    }

    private static List<String> ids(Connection connection, Root root, Map<Root, UnitsBelow> found)
        throws SQLException {
      var known = found.get(root);
      var units = known == null ? UnitsBelow.of(connection, root.unit()) : known;
      found.put(root, units);
      return units.ids();
    }
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
