package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.statistics.RollUps;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Tables {@code count_day} and {@code count_month}. Writers only append to {@code count_change};
 * whichever replica holds the lock adds that up, set by set.
 */
public final class JdbcRollUps implements RollUps {

  private static final String KEY = "by_officer, counted_on, unit, officer, rule, list, element";

  /** The lock of those who add up; the number means nothing. */
  private static final long LOCK = 7_302_611_905L;

  private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(" + LOCK + ")";
  private static final String LOCK_OUT = "select pg_advisory_xact_lock(" + LOCK + ")";

  /** What is known only after the day on which it counts is kept for ever. */
  private static final String ADD_UP =
      "with taken as (delete from count_change where seq in"
          + " (select seq from count_change order by seq limit ?) returning *),"
          + " kept as (insert into count_correction select * from taken"
          + " where known_on > counted_on),"
          + " added as (select false as by_officer, counted_on, unit, '' as officer, rule, list,"
          + " element, "
          + CountColumns.summedChange()
          + " from taken group by counted_on, unit, rule, list, element"
          + " union all select true, counted_on, unit, coalesce(officer, ''), '', '', '', "
          + CountColumns.summedChange()
          + " from taken group by counted_on, unit, coalesce(officer, '')),"
          + " days as (insert into count_day ("
          + KEY
          + ", "
          + CountColumns.NAMES
          + ") select "
          + KEY
          + ", "
          + CountColumns.NAMES
          + " from added on conflict ("
          + KEY
          + ") do update set "
          + CountColumns.added("count_day")
          + "), months as (insert into count_month ("
          + KEY
          + ", "
          + CountColumns.NAMES
          + ") select by_officer, date_trunc('month', counted_on)::date, unit, officer, rule, list,"
          + " element, "
          + CountColumns.SUMMED
          + " from added group by 1, 2, 3, 4, 5, 6, 7 on conflict ("
          + KEY
          + ") do update set "
          + CountColumns.added("count_month")
          + ") select count(*) from taken";

  private static final String KEEP_CORRECTIONS =
      "insert into count_correction select * from count_change where known_on > counted_on";

  private static final String COUNTED =
      "select 1 as sign, d.counted_on, d.unit, d.officer, d.rule, d.list, d.element, "
          + CountColumns.OUTCOME
          + " as outcome, d.extended, d.warned, d.late_cause from deadline d"
          + " where d.counted_on is not null and d.phase <> 'paused'";

  private static final String BUILD_DAYS =
      "with counted as materialized ("
          + COUNTED
          + ") insert into count_day ("
          + KEY
          + ", "
          + CountColumns.NAMES
          + ") select false, counted_on, unit, '', rule, list, element, "
          + CountColumns.summedChange()
          + " from counted group by counted_on, unit, rule, list, element"
          + " union all select true, counted_on, unit, coalesce(officer, ''), '', '', '', "
          + CountColumns.summedChange()
          + " from counted group by counted_on, unit, coalesce(officer, '')";

  private static final String BUILD_MONTHS =
      "insert into count_month ("
          + KEY
          + ", "
          + CountColumns.NAMES
          + ") select by_officer, date_trunc('month', counted_on)::date, unit, officer, rule, list,"
          + " element, "
          + CountColumns.SUMMED
          + " from count_day group by 1, 2, 3, 4, 5, 6, 7";

  private static final String BUILT =
      "insert into count_build (built_at, deadlines) select ?, coalesce(sum(met + met_late +"
          + " running + waiting + lapsed + cut_short + cancelled + cancelled_late), 0) from"
          + " count_day where not by_officer returning deadlines";

  private final Sql sql;

  public JdbcRollUps(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public int addUp(int limit) {
    return sql.transact(
        connection -> {
          if (!only(connection, TRY_LOCK, statement -> {}, row -> row.getBoolean(1))) {
            return 0;
          }
          return only(
              connection, ADD_UP, statement -> statement.setInt(1, limit), row -> row.getInt(1));
        });
  }

  @Override
  public boolean areBuilt() {
    return sql.query("select exists (select 1 from count_build)", row -> row.getBoolean(1))
        .getFirst();
  }

  /** Locks in the order of every writer: the changes last. */
  @Override
  public long rebuild(Instant now) {
    return sql.transact(
        connection -> {
          only(connection, LOCK_OUT, statement -> {}, row -> true);
          run(connection, "lock table count_change in exclusive mode");
          run(connection, KEEP_CORRECTIONS);
          run(connection, "delete from count_change");
          run(connection, "delete from count_day");
          run(connection, "delete from count_month");
          run(connection, BUILD_DAYS);
          run(connection, BUILD_MONTHS);
          return only(
              connection,
              BUILT,
              statement -> statement.setObject(1, Sql.utc(now)),
              row -> row.getLong(1));
        });
  }

  private static void run(Connection connection, String statement) throws SQLException {
    Sql.update(connection, statement, any -> {});
  }

  private static <T> T only(
      Connection connection, String query, Sql.Binder binder, Sql.RowReader<T> reader)
      throws SQLException {
    return Sql.query(connection, query, binder, reader).getFirst();
  }
}
