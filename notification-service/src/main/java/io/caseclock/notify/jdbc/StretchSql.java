package io.caseclock.notify.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.indicator.Counted;
import io.caseclock.notify.indicator.Stretches;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One statement counts all stretches: each is a row of {@code stretch (n, from_at, until_at)}. */
public final class StretchSql {

  /** The beginning of such a statement; its one parameter is bound by {@link #bind}. */
  public static final String WITH_STRETCHES =
      """
      with bounds as materialized (select ?::text[]::timestamptz[] as b),
      stretch as materialized (select n, b[n] as from_at, b[n + 1] as until_at
        from bounds, generate_subscripts(b, 1) as n where n < cardinality(b))
      """;

  /** The first parameter of a statement that begins with {@link #WITH_STRETCHES}. */
  public static void bind(PreparedStatement statement, Stretches stretches) throws SQLException {
    statement.setArray(
        1, statement.getConnection().createArrayOf("text", stretches.texts().toArray()));
  }

  /** Runs it; each row has {@code met} and {@code every}, in the order of the stretches. */
  public static List<Counted> counted(Connection connection, String text, Sql.Binder binder)
      throws SQLException {
    return Sql.query(connection, text, binder, StretchSql::counted);
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(row.getLong("met"), row.getLong("every"));
  }

  private StretchSql() {}
}
