package io.caseclock.notify.feedback.jdbc;

import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.indicator.Counted;
import io.caseclock.notify.indicator.StretchCounter;
import io.caseclock.notify.indicator.Stretches;
import io.caseclock.notify.jdbc.StretchSql;
import java.util.List;

/**
 * Of the warnings and breaches of each stretch that anybody judged, those that nobody called wrong.
 */
public final class JdbcAccuracyRate implements StretchCounter {

  private static final String RIGHT =
      StretchSql.WITH_STRETCHES
          + """
          , judged as (
            select m.at, bool_and(f.is_right) as is_right
            from bounds, message m join feedback f on f.message_id = m.id
            where m.kind in ('warning', 'breach') and m.at >= b[1] and m.at < b[cardinality(b)]
              and %s
            group by m.id)
          select count(*) filter (where j.is_right) as met, count(j.at) as every
          from stretch p left join judged j on j.at >= p.from_at and j.at < p.until_at
          group by p.n order by p.n
          """
              .formatted(Subtree.holds("m.unit"));

  private final Sql sql;

  public JdbcAccuracyRate(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Counted> count(String unit, Stretches stretches) {
    return sql.with(
        connection ->
            StretchSql.counted(
                connection,
                RIGHT,
                statement -> {
                  StretchSql.bind(statement, stretches);
                  statement.setString(2, unit);
                }));
  }
}
