package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.list.ListNumbers;
import io.caseclock.monitor.list.ListRow;
import io.caseclock.monitor.list.ListRows;
import io.caseclock.monitor.list.Place;
import io.caseclock.monitor.list.WatchedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lists read from the kept deadlines and findings. */
public final class JdbcListRows implements ListRows {

  /** Follows the keys. */
  private static final String ROWS =
      ") as found where (grade, moment, id) > (?::int, ?::timestamptz, ?::text collate \"C\")"
          + " order by grade, moment, id limit ?) select "
          + ListSql.ROW
          + " from page"
          + ListSql.JOINED
          + " order by k.grade, k.moment, k.id";

  private static final String DEADLINES =
      """
      select d.list, count(*) filter (where d.late_from <= t.at and d.phase <> 'paused') as breached,
        count(*) as all_open
      from deadline d cross join (select ?::timestamptz as at) as t
      where d.phase in ('running', 'paused') and d.started_at <= t.at and d.list = any (?)
        and\s\
      """
          + QuickSql.isOneOf("d.unit")
          + " group by d.list";

  private static final String FINDINGS =
      """
      select k.list, count(distinct f.id) as findings
      from finding f cross join (select ?::timestamptz as at) as t
      join unnest(?::text[], ?::text[], ?::text[]) as k(list, cause, element)
        on (k.cause is null or k.cause = f.cause) and (k.element is null or k.element = f.element)
      where f.ended_at is null and f.raised_at <= t.at and\s\
      """
          + QuickSql.isOneOf("f.unit")
          + " group by k.list";

  private record OfDeadlines(String list, long breached, long all) {}

  private final Sql sql;
  private final HiddenCases hidden;

  public JdbcListRows(DataSource dataSource, HiddenCases hidden) {
    sql = new Sql(dataSource);
    this.hidden = hidden;
  }

  @Override
  public Map<String, ListNumbers> numbers(List<WatchedList> lists, String unit, Instant at) {
    var findings = findings(lists, unit, at);
    Map<String, ListNumbers> numbers = new HashMap<>();
    findings.forEach((list, count) -> numbers.put(list, new ListNumbers(0, 0, count)));
    var ids = lists.stream().map(WatchedList::id).toList();
    for (var one :
        QuickSql.query(
            sql,
            DEADLINES,
            row ->
                new OfDeadlines(
                    row.getString("list"), row.getLong("breached"), row.getLong("all_open")),
            Arrays.asList(at, ids, new QuickSql.Root(unit)))) {
      var found = findings.getOrDefault(one.list(), 0L);
      numbers.put(one.list(), new ListNumbers(one.all() - one.breached(), one.breached(), found));
    }
    return numbers;
  }

  private Map<String, Long> findings(List<WatchedList> lists, String unit, Instant at) {
    List<String> ids = new ArrayList<>();
    List<@Nullable String> causes = new ArrayList<>();
    List<@Nullable String> elements = new ArrayList<>();
    for (var list : lists) {
      for (var kind : list.findings()) {
        ids.add(list.id());
        causes.add(kind.cause());
        elements.add(kind.element());
      }
    }
    Map<String, Long> counts = new HashMap<>();
    QuickSql.query(
        sql,
        FINDINGS,
        row -> counts.put(row.getString("list"), row.getLong("findings")),
        Arrays.asList(at, ids, causes, elements, new QuickSql.Root(unit)));
    return counts;
  }

  @Override
  public List<ListRow> rows(WatchedList list, String unit, Instant at, Place after, int limit) {
    var kept = hidden.ids();
    var parameters = ListSql.keyParameters(list, at, unit, kept);
    parameters.add(after.grade().ordinal());
    parameters.add(after.moment());
    parameters.add(after.id());
    parameters.add(limit);
    parameters.add(at);
    var text = "with page as (select * from (" + ListSql.keysOfSubtree(kept) + ROWS;
    return QuickSql.query(sql, text, ListSql::read, parameters);
  }
}
