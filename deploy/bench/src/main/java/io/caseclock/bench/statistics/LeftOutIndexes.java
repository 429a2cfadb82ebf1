package io.caseclock.bench.statistics;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Indexes that are faster made once than kept for a million rows: dropped until all is filled. */
public final class LeftOutIndexes {

  private static final String OF_TABLES =
      """
      select indexrelid::regclass::text, pg_get_indexdef(indexrelid) from pg_index
      where indrelid = any (?::regclass[]) and not indisprimary
      """;

  private final Connection connection;
  private final List<String> again;

  private LeftOutIndexes(Connection connection, List<String> again) {
    this.connection = connection;
    this.again = List.copyOf(again);
  }

  /** Drops all indexes of the tables but those of their primary keys. */
  public static LeftOutIndexes of(Connection connection, List<String> tables) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> again = new ArrayList<>();
    try (var statement = connection.prepareStatement(OF_TABLES)) {
      statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
          again.add(rows.getString(2).replace(" ON ONLY ", " ON "));
        }
      }
    }
    for (var name : names) {
      run(connection, "drop index " + name);
    }
    return new LeftOutIndexes(connection, again);
  }

  /** Makes all of them again. */
  public void makeAgain() throws SQLException {
    for (var index : again) {
      run(connection, index);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
