package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.statistics.FailedDeadlines;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.monitor.statistics.Today;
import io.caseclock.monitor.watch.StoredDeadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Late deadlines by the day to which they count. */
public final class JdbcFailedDeadlines implements FailedDeadlines {

  /** Late at any time: takes now as its one parameter. */
  static final String WAS_LATE =
      "(d.phase in ('met-late', 'cut-short', 'too-early')"
          + " or (d.phase = 'cancelled' and d.due_at is not null)"
          + " or (d.phase = 'running' and d.late_from <= ?))";

  private static final String IN_ORDER = " order by d.counted_on, d.id";

  private static final String MISSED =
      " from deadline d where d.counted_on between ? and ? and "
          + QuickSql.isOneOf("d.unit")
          + " and d.rule = any (?) and "
          + WAS_LATE
          + " and "
          + NotHidden.holds("d.case_id");

  private static final String ALL = "select " + DeadlineRows.SELECTED + MISSED + IN_ORDER;

  /** Keys first, out of the index that holds them in order; only the rows of the page are read. */
  private static final String PAGE =
      "with missed as materialized (select d.case_id, d.id"
          + MISSED
          + " and (?::date is null or (d.counted_on, d.id) > (?::date, ?::uuid))"
          + IN_ORDER
          + " limit ?) select "
          + DeadlineRows.SELECTED
          + " from missed join deadline d on d.case_id = missed.case_id and d.id = missed.id"
          + IN_ORDER;

  /** The first thing that became known after the span tells what it was until then. */
  private static final String TAKEN_FOR =
      """
      select distinct on (deadline_id) deadline_id, before from (
        select deadline_id, known_at, max(outcome) filter (where sign < 0) as before
        from (
          select deadline_id, known_at, sign, outcome from count_correction
          where counted_on between ? and ? and known_on > ? and deadline_id = any (?::uuid[])
          union all
          select deadline_id, known_at, sign, outcome from count_change
          where counted_on between ? and ? and known_on > ? and deadline_id = any (?::uuid[])
        ) as later
        group by deadline_id, known_at
      ) as changes
      order by deadline_id, known_at
      """;

  private final Sql sql;
  private final HiddenCases hidden;

  public JdbcFailedDeadlines(DataSource dataSource, HiddenCases hidden) {
    sql = new Sql(dataSource);
    this.hidden = hidden;
  }

  @Override
  public List<StoredDeadline> page(Which which, Today today, @Nullable Place after, int limit) {
    var day = after == null ? null : after.countedOn();
    var parameters = parameters(which, today);
    parameters.add(day);
    parameters.add(day);
    parameters.add(after == null ? null : after.id().toString());
    parameters.add(limit);
    return QuickSql.planned(sql, PAGE, DeadlineRows::read, parameters);
  }

  @Override
  public Map<UUID, String> takenFor(Span span, Collection<UUID> ids) {
    Map<UUID, String> found = new HashMap<>();
    QuickSql.query(
            sql,
            TAKEN_FOR,
            row -> Map.entry(id(row), outcome(row.getString("before"))),
            List.of(
                span.from(),
                span.to(),
                span.to(),
                texts(ids),
                span.from(),
                span.to(),
                span.to(),
                texts(ids)))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private static List<String> texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }

  private static UUID id(ResultSet row) throws SQLException {
    return Objects.requireNonNull(row.getObject("deadline_id", UUID.class));
  }

  /** What was open at the end of the span was late by then. */
  private static String outcome(@Nullable String before) {
    return "running".equals(before) ? "overdue" : Objects.requireNonNullElse(before, "");
  }

  @Override
  public void each(Which which, Today today, Consumer<StoredDeadline> reader) {
    QuickSql.each(sql, ALL, DeadlineRows::read, parameters(which, today), reader);
  }

  private List<@Nullable Object> parameters(Which which, Today today) {
    List<@Nullable Object> parameters = new ArrayList<>();
    parameters.add(which.span().from());
    parameters.add(which.span().to());
    parameters.add(new QuickSql.Root(which.unit()));
    parameters.add(which.rules());
    parameters.add(today.now());
    parameters.add(hidden.ids());
    return parameters;
  }
}
