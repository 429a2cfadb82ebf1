package io.caseclock.bench.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fills tables with copies of rows that the services wrote themselves, each with a few members
 * changed, so that every member is one that the services can read.
 *
 * @param connection of whoever may write the tables of all services
 */
public record Copies(Connection connection) {

  private static final String COLUMNS =
      """
      select column_name from information_schema.columns
      where table_schema || '.' || table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'
      order by ordinal_position
      """;

  /**
   * Writes the copies.
   *
   * @param table with its schema
   * @param rows what follows {@code from}: one row each copy, in which {@code t} is a row of the
   *     table
   * @param changes as {@code jsonb_build_object} takes them: names, and what stands there instead
   */
  public void of(String table, String rows, String changes) throws SQLException {
    var columns = columns(table);
    run(
        "insert into %s (%s) select %s from %s cross join lateral jsonb_populate_record(t, jsonb_build_object(%s)) as r"
            .formatted(
                table,
                String.join(", ", columns),
                columns.stream().map(column -> "r." + column).collect(Collectors.joining(", ")),
                rows,
                changes));
  }

  /** Numbers rows from 0, so that others can be paired with them in turn. */
  public static String numbered(String rows) {
    return "(select *, row_number() over () - 1 as k, count(*) over () as kinds from (%s) as any_row)"
        .formatted(rows);
  }

  public void run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> columns(String table) throws SQLException {
    try (var statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (var rows = statement.executeQuery()) {
        List<String> columns = new ArrayList<>();
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
        return columns;
      }
    }
  }
}
