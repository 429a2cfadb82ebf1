package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.prediction.Band;
import io.caseclock.monitor.present.Figure;
import io.caseclock.monitor.present.Figures;
import io.caseclock.monitor.present.PresentCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts open deadlines by an index that holds all it needs, and what changed in the last days by
 * the indexes of their beginning and end; nothing else of the table is read.
 */
public final class JdbcPresentCounts implements PresentCounts {

  private static final String WHOSE =
      " and " + isWithin("d.unit") + " and (:officer::text is null or d.officer = :officer)";

  private static final String NOT_LATE = "(d.late_from is null or d.late_from > :now)";

  /** One row a unit, with a column for each figure; those that a part does not count are zero. */
  private static final String COUNTS =
      "select unit, "
          + Arrays.stream(Figure.values())
              .map(figure -> "sum(" + column(figure) + ") as " + column(figure))
              .collect(Collectors.joining(", "))
          + " from ("
          + part(
              Map.of(
                  Figure.OVERDUE,
                  "d.late_from <= :now",
                  Figure.TODAY,
                  "d.due_on = :today and " + NOT_LATE,
                  Figure.TOMORROW,
                  "d.due_on = :tomorrow and " + NOT_LATE,
                  Figure.THIS_WEEK,
                  "d.due_on between :today and :weekEnd and " + NOT_LATE,
                  Figure.BREACHED,
                  ChangedSql.LATE_SINCE),
              "deadline d where d.phase = 'running' and d.due_on <= greatest(:tomorrow, :weekEnd)")
          + " union all "
          + part(
              Map.of(
                  Figure.MET,
                  ChangedSql.MET,
                  Figure.MET_LATE,
                  ChangedSql.MET_LATE,
                  Figure.BREACHED,
                  ChangedSql.WAS_LATE),
              "deadline d where d.ended_known_at between :since and :now")
          + " union all "
          + part(Map.of(Figure.OPENED, ChangedSql.OPENED), "deadline d where " + ChangedSql.OPENED)
          + " union all "
          + part(
              Map.of(Figure.HIGH_RISK, "p.chance >= :high", Figure.MEDIUM_RISK, "p.chance < :high"),
              "prediction p join deadline d on "
                  + PredictionRows.STANDS
                  + " where p.chance >= :medium and d.phase = 'running' and d.late_from > :now")
          + ") as parts group by unit";

  private final Sql sql;

  public JdbcPresentCounts(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  private static String isWithin(String unit) {
    return QuickSql.isOneOf(unit).replace("?", ":unit");
  }

  private static String part(Map<Figure, String> conditions, String from) {
    return "select d.unit, "
        + Arrays.stream(Figure.values())
            .map(figure -> counted(conditions.get(figure)) + " as " + column(figure))
            .collect(Collectors.joining(", "))
        + " from "
        + from
        + WHOSE
        + " group by d.unit";
  }

  private static String counted(@Nullable String condition) {
    return condition == null ? "0" : "count(*) filter (where " + condition + ")";
  }

  private static String column(Figure figure) {
    return figure.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Map<String, Figures> byUnit(Asked asked) {
    var day = asked.day();
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("unit", new QuickSql.Root(asked.unit()));
    parameters.put("officer", asked.officer());
    parameters.put("now", day.now());
    parameters.put("since", day.since());
    parameters.put("today", day.today());
    parameters.put("tomorrow", day.tomorrow());
    parameters.put("weekEnd", day.weekEndsOn());
    parameters.put("high", Band.HIGH.atLeast());
    parameters.put("medium", Band.MEDIUM.atLeast());
    var statement = NamedSql.of(COUNTS, parameters);
    Map<String, Figures> found = new HashMap<>();
    QuickSql.planned(
            sql,
            statement.text(),
            row -> Map.entry(row.getString("unit"), figures(row)),
            statement.values())
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private static Figures figures(ResultSet row) throws SQLException {
    Map<Figure, Long> counts = new EnumMap<>(Figure.class);
    for (var figure : Figure.values()) {
      counts.put(figure, row.getLong(column(figure)));
    }
    return new Figures(counts);
  }
}
