package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When units were last late, from the roll-ups, what was appended since, and what is late today.
 */
final class LastBreaches {

  /** Days on which nothing was, or may be, late are in no row of the index that is read. */
  private static final String LAST_BREACHES =
      """
      select unit, max(counted_on) as last from (
        select unit, counted_on from (
          select unit, counted_on, met_late + cut_short + cancelled_late as late, running
          from count_day
          where family = 'unit' and met_late + cut_short + cancelled_late + running > 0
            and counted_on between ? and ? and %1$s
          union all
          select unit, counted_on,
            sign * (outcome in ('met-late', 'cut-short', 'cancelled-late'))::int,
            sign * (outcome = 'running')::int
          from count_change where counted_on between ? and ? and %1$s
          union all
          select unit, counted_on, 1, 0 from deadline where phase = 'running' and late_from <= ?
            and counted_on between ? and ? and counted_on between ? and ? and %1$s
        ) as counted
        group by unit, counted_on
        having sum(late) > 0 or (counted_on < ? and sum(running) > 0)
      ) as days
      group by unit
      """
          .formatted(QuickSql.isOneOf("unit"));

  static Map<String, LocalDate> of(Sql sql, String unit, Span span, Today today) {
    var root = new QuickSql.Root(unit);
    Map<String, LocalDate> last = new HashMap<>();
    QuickSql.planned(
            sql,
            LAST_BREACHES,
            row -> Map.entry(row.getString("unit"), row.getObject("last", LocalDate.class)),
            List.of(
                span.from(),
                span.to(),
                root,
                span.from(),
                span.to(),
                root,
                today.now(),
                today.earliest(),
                today.latest(),
                span.from(),
                span.to(),
                root,
                today.earliest()))
        .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
    return last;
  }

  private LastBreaches() {}
}
