package io.caseclock.notify.overview.panache;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.overview.OpenWork;
import io.caseclock.notify.overview.OpenWorkCounts;

/** One statement, so that all figures are of one moment. */
public final class PanacheOpenWorkCounts implements OpenWorkCounts {

  private static final String COUNTS =
      """
      select
        (select count(*) from notice n
          where n.state in ('issued', 'delivered') and %s
            and (?::text is null or n.officer = ?)) as unsigned,
        count(*) filter (where t.sort_at > ?) as today,
        count(*) filter (where t.sort_at <= ?) as late
      from task t
      where t.ended_at is null and t.sort_at <= ? and t.kind = any (?::text[]) and %s
        and (?::text is null or t.officer = ?)
      """
          .formatted(Subtree.holds("n.unit"), Subtree.holds("t.unit"));

  private final Sql sql;

  public PanacheOpenWorkCounts(Sql sql) {
    this.sql = sql;
  }

  @Override
  public OpenWork of(Asked asked) {
    return sql.query(
            COUNTS,
            row -> new OpenWork(row.getLong("unsigned"), row.getLong("today"), row.getLong("late")),
            asked.unit(),
            asked.officer(),
            asked.officer(),
            asked.now(),
            asked.now(),
            asked.endOfToday(),
            asked.callBacks(),
            asked.unit(),
            asked.officer(),
            asked.officer())
        .getFirst();
  }
}
