package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.report.DeadlineFilter;
import io.caseclock.monitor.report.DeadlinePage;
import io.caseclock.monitor.report.DeadlinePage.Place;
import io.caseclock.monitor.report.DeadlinePage.Row;
import io.caseclock.monitor.report.DeadlineQueries.Question;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists of deadlines. The units are read first and bound one by one, and each list is planned for
 * them: only so does the database know whether it has to look for a few stations, or had better
 * read on in the order that is asked for.
 */
final class DeadlineListing {

  private static final int FETCH = 1_000;

  private static final String PLAN_EACH = "set local plan_cache_mode = force_custom_plan";
  private static final String NO_JIT = "set local jit = off";

  private static final String UNITS =
      "select id from unit where starts_with(path, (select path from unit where id = ?))"
          + " and starts_with(path, (select path from unit where id = ?))";

  /** Takes now. */
  private static final String SELECT =
      "select "
          + DeadlineRows.SELECTED
          + ", case when "
          + WhereClause.HAS_CHANCE
          + " then ("
          + WhereClause.CHANCE
          + ") end as chance from deadline d";

  private final Sql sql;
  private final HiddenCases hidden;

  DeadlineListing(Sql sql, HiddenCases hidden) {
    this.sql = sql;
    this.hidden = hidden;
  }

  DeadlinePage page(Question question, @Nullable Place after, int limit) {
    var order = question.order();
    var kept = hidden.ids();
    var found =
        sql.transact(
            connection -> {
              var where = where(connection, question, kept).after(after);
              var text = SELECT + where.where() + DeadlineOrderSql.orderBy(order) + " limit ?";
              return Sql.query(
                  connection,
                  text,
                  statement -> statement.setInt(bind(statement, where, question.now()), limit + 1),
                  DeadlineListing::read);
            });
    if (found.size() <= limit) {
      return new DeadlinePage(found, null);
    }
    var last = found.get(limit - 1).deadline();
    return new DeadlinePage(found.subList(0, limit), DeadlineOrderSql.place(order, last));
  }

  long count(Question question, int most) {
    var kept = hidden.ids();
    return sql.transact(
            connection -> {
              var where = where(connection, question, kept);
              return Sql.query(
                  connection,
                  "select count(*) from (select 1 from deadline d" + where.where() + " limit ?) n",
                  statement -> statement.setInt(where.bind(statement, 1), most),
                  row -> row.getLong(1));
            })
        .getFirst();
  }

  void each(Question question, Consumer<Row> reader) {
    var kept = hidden.ids();
    sql.transact(
        connection -> {
          var where = where(connection, question, kept);
          var text = SELECT + where.where() + DeadlineOrderSql.orderBy(question.order());
          try (var statement = connection.prepareStatement(text)) {
            bind(statement, where, question.now());
            statement.setFetchSize(FETCH);
            return hand(statement, reader);
          }
        });
  }

  private static int hand(PreparedStatement statement, Consumer<Row> reader) throws SQLException {
    try (var rows = statement.executeQuery()) {
      var read = 0;
      while (rows.next()) {
        reader.accept(read(rows));
        read++;
      }
      return read;
    }
  }

  private static int bind(PreparedStatement statement, WhereClause where, Instant now)
      throws SQLException {
    statement.setObject(1, Sql.utc(now));
    return where.bind(statement, 2);
  }

  private static WhereClause where(Connection connection, Question question, List<String> hidden)
      throws SQLException {
    Sql.update(connection, NO_JIT, any -> {});
    Sql.update(connection, PLAN_EACH, any -> {});
    var units = units(connection, question.filter());
    return WhereClause.of(question.filter(), units, hidden, question.now());
  }

  /** Those asked for among the visible; all of these inside one case, of which more may be seen. */
  private static List<String> units(Connection connection, DeadlineFilter filter)
      throws SQLException {
    var asked = filter.asksInsideOneCase() ? null : filter.unit();
    return Sql.query(
        connection,
        UNITS,
        statement -> {
          statement.setString(1, filter.visibleUnit());
          statement.setString(2, asked == null ? filter.visibleUnit() : asked);
        },
        row -> row.getString(1));
  }

  private static Row read(ResultSet row) throws SQLException {
    var chance = row.getObject("chance", Double.class);
    return new Row(DeadlineRows.read(row), chance == null ? null : Band.of(chance));
  }
}
