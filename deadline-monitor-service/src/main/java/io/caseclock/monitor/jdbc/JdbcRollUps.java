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

  private static final String KEY = "family, unit, counted_on, officer, rule, list, element";

  private static final String ANCESTORS =
      " cross join lateral unnest(string_to_array(trim('/' from p.path), '/')) as a(unit)";

  private static final String NO_OFFICER = "'' as officer, ";
  private static final String NO_RULE = "'' as rule, '' as list, '' as element";
  private static final String BY_RULE = "t.rule, t.list, t.element";

  /** Changes, or counted deadlines, of which {@code t} is one, added up into all five families. */
  private static final String FAMILIES =
      String.join(
          " union all ",
          family("unit", "t.unit", NO_OFFICER + NO_RULE, ""),
          family("rule", "t.unit", NO_OFFICER + BY_RULE, ""),
          family("officer", "t.unit", "coalesce(t.officer, '') as officer, " + NO_RULE, ""),
          family("tree", "a.unit", NO_OFFICER + NO_RULE, ANCESTORS),
          family("tree-rule", "a.unit", NO_OFFICER + BY_RULE, ANCESTORS));

  private static final String BY_MONTH =
      "family, unit, date_trunc('month', counted_on::timestamp)::date as counted_on, officer, rule,"
          + " list, element, "
          + CountColumns.SUMMED;

  private static String family(String name, String unit, String rest, String join) {
    return "select '"
        + name
        + "' as family, "
        + unit
        + " as unit, t.counted_on, "
        + rest
        + ", "
        + CountColumns.summedChange()
        + " from taken t join places p on p.unit = t.unit"
        + join
        + " group by 2, 3, 4, 5, 6, 7";
  }

  /** The lock of those who add up; the number means nothing. */
  private static final long LOCK = 7_302_611_905L;

  private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(" + LOCK + ")";
  private static final String LOCK_OUT = "select pg_advisory_xact_lock(" + LOCK + ")";

  /** A unit that the directory does not know yet stands alone. */
  private static final String PLACES =
      "insert into count_tree (unit, path) select distinct t.unit,"
          + " coalesce(u.path, '/' || t.unit || '/') from %s t left join unit u on u.id = t.unit"
          + " on conflict do nothing";

  private static final String MOVED =
      "select exists (select 1 from count_tree c left join unit u on u.id = c.unit"
          + " where c.path <> coalesce(u.path, '/' || c.unit || '/'))";

  /** What is known only after the day on which it counts is kept for ever. */
  private static final String ADD_UP =
      "with taken as materialized (delete from count_change where seq in"
          + " (select seq from count_change order by seq limit ?) returning *),"
          + " places as materialized (select distinct t.unit, coalesce(c.path, u.path,"
          + " '/' || t.unit || '/') as path from taken t left join count_tree c on c.unit = t.unit"
          + " left join unit u on u.id = t.unit),"
          + " placed as (insert into count_tree select unit, path from places"
          + " on conflict do nothing),"
          + " kept as (insert into count_correction select * from taken"
          + " where known_on > counted_on),"
          + " later as (insert into count_later (unit, counted_on, known_on, "
          + CountColumns.NAMES
          + ") select a.unit, t.counted_on, t.known_on, "
          + CountColumns.summedChange()
          + " from taken t join places p on p.unit = t.unit"
          + ANCESTORS
          + " where t.known_on > t.counted_on group by 1, 2, 3"
          + " on conflict (unit, counted_on, known_on) do update set "
          + CountColumns.added("count_later")
          + "), added as materialized ("
          + FAMILIES
          + "), days as (insert into count_day ("
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
          + ") select "
          + BY_MONTH
          + " from added group by 1, 2, 3, 4, 5, 6, 7 on conflict ("
          + KEY
          + ") do update set "
          + CountColumns.added("count_month")
          + ") select count(*) from taken";

  /**
   * Most of the time there is next to nothing to add up, and whoever analyses the table then takes
   * it for empty. For a few changes the units would be gone through once for each change; of
   * thousands that takes a minute instead of a second.
   */
  private static final String NO_NESTED_LOOP = "set local enable_nestloop = off";

  private static final String KEEP_CORRECTIONS =
      "insert into count_correction select * from count_change where known_on > counted_on";

  private static final String BUILD_DAYS =
      "with taken as materialized (select 1 as sign, d.counted_on, d.unit, d.officer, d.rule,"
          + " d.list, d.element, "
          + CountColumns.OUTCOME
          + " as outcome, d.extended, coalesce(a.warned, false) as warned, d.late_cause from "
          + AlarmRows.WITH_DEADLINES
          + " where d.counted_on is not null and d.phase <> 'paused'),"
          + " places as materialized (select unit, path from count_tree)"
          + " insert into count_day ("
          + KEY
          + ", "
          + CountColumns.NAMES
          + ") "
          + FAMILIES;

  private static final String BUILD_MONTHS =
      "insert into count_month ("
          + KEY
          + ", "
          + CountColumns.NAMES
          + ") select "
          + BY_MONTH
          + " from count_day group by 1, 2, 3, 4, 5, 6, 7";

  private static final String BUILD_LATER =
      "insert into count_later (unit, counted_on, known_on, "
          + CountColumns.NAMES
          + ") select a.unit, t.counted_on, t.known_on, "
          + CountColumns.summedChange()
          + " from count_correction t join count_tree p on p.unit = t.unit"
          + ANCESTORS
          + " group by 1, 2, 3";

  private static final String BUILT =
      "insert into count_build (built_at, deadlines) select ?, coalesce(sum(met + met_late +"
          + " running + waiting + lapsed + cut_short + cancelled + cancelled_late), 0) from"
          + " count_day where family = 'unit' returning deadlines";

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
          run(connection, NO_NESTED_LOOP);
          return only(
              connection, ADD_UP, statement -> statement.setInt(1, limit), row -> row.getInt(1));
        });
  }

  @Override
  public boolean areBuilt() {
    return is("select exists (select 1 from count_build)") && !is(MOVED);
  }

  private boolean is(String query) {
    return sql.query(query, row -> row.getBoolean(1)).getFirst();
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
          run(connection, "delete from count_later");
          run(connection, "delete from count_tree");
          run(connection, PLACES.formatted("deadline"));
          run(connection, PLACES.formatted("count_correction"));
          run(connection, BUILD_DAYS);
          run(connection, BUILD_MONTHS);
          run(connection, BUILD_LATER);
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
