package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The units that a statement may read, and how it says so. A few are named one by one, so that an
 * index finds them. For hundreds the database would weigh each name in each index before it begins,
 * which takes longer than the reading; it gets them as a set in which each row is looked up.
 */
record UnitsBelow(List<String> ids) {

  private static final int FEW = 64;

  private static final String UNITS =
      "select id from unit where starts_with(path, (select path from unit where id = ?))";

  UnitsBelow {
    ids = List.copyOf(ids);
  }

  /** A unit and all below it; none where it is unknown. */
  static UnitsBelow of(Connection connection, String root) throws SQLException {
    return new UnitsBelow(
        Sql.query(
            connection, UNITS, statement -> statement.setString(1, root), row -> row.getString(1)));
  }

  boolean areFew() {
    return areFew(ids.size());
  }

  static boolean areFew(int units) {
    return units <= FEW;
  }

  /** Holds for the rows of one of the units; takes their ids as an array. */
  static String holds(String unit, boolean areFew) {
    return areFew
        ? unit + " = any (?)"
        : "(" + unit + " in (select of.id from unnest(?::text[]) as of(id))) = true";
  }
}
