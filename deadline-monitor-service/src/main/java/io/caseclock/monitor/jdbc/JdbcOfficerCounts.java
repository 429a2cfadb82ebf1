package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.list.OfficerCounts;
import io.caseclock.monitor.list.OfficerLoad;
import io.caseclock.monitor.list.RepeatedKind;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts from the kept deadlines, by the day to which each counts, and from the findings. */
public final class JdbcOfficerCounts implements OfficerCounts {

  private static final String DUE =
      """
      select d.unit, %s as officer, d.officer as who, d.case_id, d.rule,
        (d.phase in ('met-late', 'cut-short') or (d.phase = 'cancelled' and d.due_at is not null)
          or (d.phase = 'running' and d.late_from <= ?))::int as late
      from deadline d
      where d.counted_on between ? and ? and not (d.phase = 'cancelled' and d.due_at is null)
        and (cardinality(?::text[]) = 0 or d.element = any (?::text[]))
        and d.rule <> all (?::text[]) and\s\
      """
          + QuickSql.isWithin("d.unit");

  /** What was recorded and proved wrong is nobody's mistake. */
  private static final String FOUND =
      """
      select f.unit, %s as officer, f.officer as who, f.case_id, f.cause, f.element
      from finding f
      where f.raised_at >= ? and f.raised_at < ?
        and not (f.cause = 'recorded' and f.ended_as is not distinct from 'corrected')
        and exists (select 1 from unnest(?::text[], ?::text[]) as k(cause, element)
          where (k.cause is null or k.cause = f.cause)
            and (k.element is null or k.element = f.element))
        and\s\
      """
          + QuickSql.isWithin("f.unit");

  private static final String LOADS =
      "with due as ("
          + DUE
          + "), found as ("
          + FOUND
          + "), cases as (select unit, officer, case_id, sum(due) as due, sum(late) as late,"
          + " sum(found) as found from (select unit, officer, case_id, 1 as due, late, 0 as found"
          + " from due union all select unit, officer, case_id, 0, 0, 1 from found) as each_one"
          + " group by unit, officer, case_id)"
          + " select unit, officer, sum(due) as due, sum(late) as late, count(*) as cases,"
          + " count(*) filter (where found > 0) as faulty, sum(found) as found from cases"
          + " group by unit, officer";

  private static final String REPEATS =
      "with due as ("
          + DUE
          + "), found as ("
          + FOUND
          + "), asked as (select * from unnest(?::text[], ?::text[]) as a(unit, officer)),"
          + " repeated as (select unit, officer, who, rule as kind, null::text as element,"
          + " count(*) as times from due where late = 1 and who is not null"
          + " group by unit, officer, who, rule having count(*) > 1"
          + " union all select unit, officer, who, cause, element, count(*) from found"
          + " where who is not null group by unit, officer, who, cause, element"
          + " having count(*) > 1)"
          + " select r.unit, r.officer, r.kind, r.element, sum(r.times) as times,"
          + " count(*) as officers from repeated r join asked a on a.unit = r.unit"
          + " and a.officer is not distinct from r.officer"
          + " group by r.unit, r.officer, r.kind, r.element"
          + " order by sum(r.times) desc, r.kind, r.element";

  private final Sql sql;

  public JdbcOfficerCounts(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public List<OfficerLoad> loads(Asked asked) {
    return QuickSql.query(
        sql,
        text(LOADS, asked.by()),
        row ->
            new OfficerLoad(
                row.getString("unit"),
                row.getString("officer"),
                row.getLong("due"),
                row.getLong("late"),
                row.getLong("cases"),
                row.getLong("faulty"),
                row.getLong("found")),
        parameters(asked));
  }

  @Override
  public List<RepeatedKind> repeats(Asked asked, List<OfficerLoad> of) {
    var parameters = parameters(asked);
    List<@Nullable String> officers = new ArrayList<>();
    of.forEach(load -> officers.add(load.officer()));
    parameters.add(of.stream().map(OfficerLoad::unit).toList());
    parameters.add(officers);
    return QuickSql.query(
        sql,
        text(REPEATS, asked.by()),
        row ->
            new RepeatedKind(
                row.getString("unit"),
                row.getString("officer"),
                row.getString("kind"),
                row.getString("element"),
                row.getLong("times"),
                row.getLong("officers")),
        parameters);
  }

  private static String text(String query, By by) {
    return switch (by) {
      case OFFICER -> query.formatted("d.officer", "f.officer");
      case UNIT -> query.formatted("null::text", "null::text");
    };
  }

  private static List<@Nullable Object> parameters(Asked asked) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(asked.now());
    all.add(asked.from());
    all.add(asked.to());
    all.add(asked.list().elements());
    all.add(asked.list().elements());
    all.add(asked.notCounted());
    all.add(asked.unit());
    all.add(asked.begin());
    all.add(asked.end());
    all.add(ListSql.causes(asked.list().findings()));
    all.add(ListSql.elements(asked.list().findings()));
    all.add(asked.unit());
    return all;
  }
}
