package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.list.OfficerCounts;
import io.caseclock.monitor.list.OfficerDue;
import io.caseclock.monitor.list.OfficerLoad;
import io.caseclock.monitor.list.RepeatedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
      where d.counted_on between ? and ? and not (d.phase = 'cancelled' and d.due_at is not null)
        and (cardinality(?::text[]) = 0 or d.element = any (?::text[]))
        and d.rule <> all (?::text[]) and\s\
      """;

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
      """;

  private static final String CASES =
      """
      , cases as (select unit, officer, case_id, sum(due) as due, sum(late) as late,
          sum(found) as found
        from (select unit, officer, case_id, 1 as due, late, 0 as found from due
          union all select unit, officer, case_id, 0, 0, 1 from found) as each_one
        group by unit, officer, case_id)
      select unit, officer, sum(due) as due, sum(late) as late, count(*) as cases,
        count(*) filter (where found > 0) as faulty, sum(found) as found
      from cases group by unit, officer
      """;

  private static final String REPEATED =
      """
      , repeated as (select unit, officer, who, rule as kind, null::text as element,
          count(*) as times
        from due where late = 1 and who is not null
        group by unit, officer, who, rule having count(*) > 1
        union all select unit, officer, who, cause, element, count(*) from found
        where who is not null group by unit, officer, who, cause, element having count(*) > 1)
      select unit, officer, kind, element, sum(times) as times, count(*) as officers
      from repeated group by unit, officer, kind, element
      order by sum(times) desc, kind, element
      """;

  private final Sql sql;

  public JdbcOfficerCounts(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  /**
   * Without the cases: to put hundreds of thousands of rows together by case takes as long again.
   */
  @Override
  public List<OfficerDue> dues(Asked asked) {
    var root = new QuickSql.Root(asked.unit());
    var text =
        "select unit, officer, sum(due) as due, sum(late) as late from (select unit, officer,"
            + " count(*) as due, sum(late) as late from ("
            + due(asked.by(), QuickSql.isOneOf("d.unit"))
            + ") as each_due group by unit, officer union all select unit, officer, 0, 0 from ("
            + found(asked.by(), QuickSql.isOneOf("f.unit"))
            + ") as each_found) as each_one group by unit, officer";
    return QuickSql.planned(
        sql,
        text,
        row ->
            new OfficerDue(
                row.getString("unit"),
                row.getString("officer"),
                row.getLong("due"),
                row.getLong("late")),
        parameters(asked, List.of(root)));
  }

  @Override
  public List<OfficerLoad> loads(Asked asked, List<OfficerDue> of) {
    List<Who> whose = of.stream().map(due -> new Who(due.unit(), due.officer())).toList();
    return QuickSql.query(
        sql,
        ofSome(asked.by()) + CASES,
        row ->
            new OfficerLoad(
                row.getString("unit"),
                row.getString("officer"),
                row.getLong("due"),
                row.getLong("late"),
                row.getLong("cases"),
                row.getLong("faulty"),
                row.getLong("found")),
        ofSome(asked, whose));
  }

  @Override
  public List<RepeatedKind> repeats(Asked asked, List<OfficerLoad> of) {
    List<Who> whose = of.stream().map(load -> new Who(load.unit(), load.officer())).toList();
    return QuickSql.query(
        sql,
        ofSome(asked.by()) + REPEATED,
        row ->
            new RepeatedKind(
                row.getString("unit"),
                row.getString("officer"),
                row.getString("kind"),
                row.getString("element"),
                row.getLong("times"),
                row.getLong("officers")),
        ofSome(asked, whose));
  }

  private record Who(String unit, @Nullable String officer) {}

  /** What fell to some, and what was found of them: as tables {@code due} and {@code found}. */
  private static String ofSome(By by) {
    return "with asked as (select * from unnest(?::text[], ?::text[]) as a(unit, officer)),"
        + " due as (select d.* from ("
        + due(by, isOneOfSome("d", by))
        + ") as d join asked a on a.unit = d.unit and a.officer is not distinct from d.officer),"
        + " found as (select f.* from ("
        + found(by, isOneOfSome("f", by))
        + ") as f join asked a on a.unit = f.unit and a.officer is not distinct from f.officer)";
  }

  /** Leaves in what an index finds; the join leaves out the rest. */
  private static String isOneOfSome(String row, By by) {
    var units = row + ".unit = any (?::text[])";
    return switch (by) {
      case OFFICER -> units + " and coalesce(" + row + ".officer, '') = any (?::text[])";
      case UNIT -> units;
    };
  }

  private static List<@Nullable Object> ofSome(Asked asked, List<Who> of) {
    var units = of.stream().map(Who::unit).distinct().toList();
    var officers = of.stream().map(who -> Objects.requireNonNullElse(who.officer(), "")).toList();
    List<@Nullable Object> all = new ArrayList<>();
    List<@Nullable String> named = new ArrayList<>();
    of.forEach(who -> named.add(who.officer()));
    all.add(of.stream().map(Who::unit).toList());
    all.add(named);
    all.addAll(
        parameters(
            asked,
            switch (asked.by()) {
              case OFFICER -> List.of(units, officers);
              case UNIT -> List.of(units);
            }));
    return all;
  }

  private static String due(By by, String whose) {
    return DUE.formatted(officer("d", by)) + whose;
  }

  private static String found(By by, String whose) {
    return FOUND.formatted(officer("f", by)) + whose;
  }

  private static String officer(String row, By by) {
    return switch (by) {
      case OFFICER -> row + ".officer";
      case UNIT -> "null::text";
    };
  }

  /**
   * Of {@link #due} and {@link #found} after one another.
   *
   * @param whose what the condition of each takes
   */
  private static List<@Nullable Object> parameters(Asked asked, List<Object> whose) {
    List<@Nullable Object> all = new ArrayList<>();
    all.add(asked.now());
    all.add(asked.from());
    all.add(asked.to());
    all.add(asked.list().elements());
    all.add(asked.list().elements());
    all.add(asked.notCounted());
    all.addAll(whose);
    all.add(asked.begin());
    all.add(asked.end());
    all.add(ListSql.causes(asked.list().findings()));
    all.add(ListSql.elements(asked.list().findings()));
    all.addAll(whose);
    return all;
  }
}
