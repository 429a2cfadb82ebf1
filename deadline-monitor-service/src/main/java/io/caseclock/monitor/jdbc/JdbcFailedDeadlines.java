package io.caseclock.monitor.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.statistics.FailedDeadlines;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.monitor.watch.StoredDeadline;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Late deadlines by the day to which they count. */
public final class JdbcFailedDeadlines implements FailedDeadlines {

  /** Late at any time: takes now as its one parameter. */
  static final String WAS_LATE =
      "(d.phase in ('met-late', 'cut-short', 'too-early')"
          + " or (d.phase = 'cancelled' and d.due_at is not null)"
          + " or (d.phase = 'running' and d.late_from <= ?))";

  private static final int FETCH = 1_000;

  private static final String SELECT =
      "select "
          + DeadlineRows.SELECTED
          + " from deadline d where d.counted_on between ? and ? and "
          + Subtree.holds("d.unit")
          + " and d.rule = any (?) and "
          + WAS_LATE
          + " and (?::date is null or (d.counted_on, d.id) > (?::date, ?::uuid))"
          + " order by d.counted_on, d.id";

  private final Sql sql;

  public JdbcFailedDeadlines(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public List<StoredDeadline> page(Which which, Today today, @Nullable Place after, int limit) {
    return sql.with(
        connection ->
            Sql.query(
                connection,
                SELECT + " limit ?",
                statement -> statement.setInt(bind(statement, which, today, after), limit),
                DeadlineRows::read));
  }

  @Override
  public void each(Which which, Today today, Consumer<StoredDeadline> reader) {
    sql.transact(
        connection -> {
          try (var statement = connection.prepareStatement(SELECT)) {
            bind(statement, which, today, null);
            statement.setFetchSize(FETCH);
            try (var rows = statement.executeQuery()) {
              var read = 0;
              while (rows.next()) {
                reader.accept(DeadlineRows.read(rows));
                read++;
              }
              return read;
            }
          }
        });
  }

  private static int bind(
      PreparedStatement statement, Which which, Today today, @Nullable Place after)
      throws SQLException {
    var index = 1;
    statement.setObject(index++, which.span().from());
    statement.setObject(index++, which.span().to());
    statement.setString(index++, which.unit());
    statement.setArray(
        index++, statement.getConnection().createArrayOf("text", which.rules().toArray()));
    statement.setObject(index++, Sql.utc(today.now()));
    var day = after == null ? null : after.countedOn();
    statement.setObject(index++, day);
    statement.setObject(index++, day);
    statement.setObject(index++, after == null ? null : after.id().toString());
    return index;
  }
}
