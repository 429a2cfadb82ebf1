package io.caseclock.notify.notice.panache;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.notify.indicator.Counted;
import io.caseclock.notify.indicator.Stretches;
import io.caseclock.notify.jdbc.StretchSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;

/** Counts rectification notices of a subtree; those that were withdrawn count nowhere. */
@ApplicationScoped
public class NoticeRates {

  /** By the stretches in which they were issued and closed; 0 stands for what was before all. */
  private static final String RECTIFIED =
      StretchSql.WITH_STRETCHES
          + """
          , mine as materialized (
            select width_bucket(n.issued_at, b) as issued, width_bucket(n.closed_at, b) as closed,
              count(*) as notices
            from notice n, bounds where n.kind = 'notice' and n.state <> 'withdrawn'
              and n.issued_at < b[cardinality(b)] and %s
            group by 1, 2)
          select coalesce(sum(m.notices) filter (where m.closed = p.n), 0) as met,
            coalesce(sum(m.notices), 0) as every
          from stretch p left join mine m on m.issued <= p.n
            and (m.closed is null or m.closed >= p.n)
          group by p.n order by p.n
          """
              .formatted(Subtree.holds("n.unit"));

  private static final String ISSUED =
      StretchSql.WITH_STRETCHES
          + """
          select count(n.issued_at) as met, count(n.issued_at) as every
          from stretch p left join notice n on n.issued_at >= p.from_at
            and n.issued_at < p.until_at and n.kind = 'notice' and n.state <> 'withdrawn' and %s
          group by p.n order by p.n
          """
              .formatted(Subtree.holds("n.unit"));

  private final Session session;

  @Inject
  NoticeRates(Session session) {
    this.session = session;
  }

  /** Those closed in each stretch, of those that were open at any time in it. */
  public List<Counted> rectified(String unit, Stretches stretches) {
    return count(RECTIFIED, unit, stretches);
  }

  /** How many were issued in each stretch. */
  public List<Long> issued(String unit, Stretches stretches) {
    return count(ISSUED, unit, stretches).stream().map(Counted::of).toList();
  }

  private List<Counted> count(String text, String unit, Stretches stretches) {
    return session.doReturningWork(
        connection ->
            StretchSql.counted(
                connection,
                text,
                statement -> {
                  StretchSql.bind(statement, stretches);
                  statement.setString(2, unit);
                }));
  }
}
