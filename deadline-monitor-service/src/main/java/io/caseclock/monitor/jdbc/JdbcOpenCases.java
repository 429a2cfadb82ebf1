package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseEvent;
import io.caseclock.directory.jdbc.Subtree;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.revision.OpenCases;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.monitor.watch.WatchedCases.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keyset pages over the case id, so that a long run never skips or repeats a case. */
public final class JdbcOpenCases implements OpenCases {

  private static final String OPEN =
      "select distinct d.case_id from deadline d where d.phase in ('running', 'paused')"
          + " and d.case_id > ?";
  private static final String IN_SUBTREE = " and " + Subtree.holds("d.unit");
  private static final String OUTDATED =
      OPEN + " and d.pack = ? and (d.pack_version <> ? or d.calendar_version <> ?)";
  private static final String COUNT =
      "select count(distinct d.case_id) from deadline d where d.phase in ('running', 'paused') and "
          + QuickSql.isWithin("d.unit");
  private static final String PAGE = " order by d.case_id limit ?";
  private static final String EVENTS =
      "select " + EventRows.SELECTED + " from case_event where case_id = any (?)";
  private static final String DEADLINES = DeadlineRows.ALL + " where d.case_id = any (?)";

  private final Sql sql;

  public JdbcOpenCases(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public List<String> page(@Nullable String visibleUnit, @Nullable String after, int limit) {
    var from = after == null ? "" : after;
    return visibleUnit == null
        ? sql.query(OPEN + PAGE, row -> row.getString(1), from, limit)
        : sql.query(OPEN + IN_SUBTREE + PAGE, row -> row.getString(1), from, visibleUnit, limit);
  }

  @Override
  public int count(String visibleUnit) {
    return sql.query(COUNT, row -> row.getInt(1), visibleUnit).getFirst();
  }

  @Override
  public List<String> outdated(
      String pack, String packVersion, String calendarVersion, @Nullable String after, int limit) {
    return sql.query(
        OUTDATED + PAGE,
        row -> row.getString(1),
        after == null ? "" : after,
        pack,
        packVersion,
        calendarVersion,
        limit);
  }

  @Override
  public List<Size> sizes(List<String> caseIds, int most) {
    return sql.with(connection -> CaseSizes.of(connection, caseIds, most));
  }

  @Override
  public Map<String, List<CaseEvent>> events(List<String> caseIds) {
    return sql.query(EVENTS, EventRows::read, caseIds).stream()
        .collect(Collectors.groupingBy(CaseEvent::caseId));
  }

  @Override
  public Map<String, List<StoredDeadline>> deadlines(List<String> caseIds) {
    return sql.query(DEADLINES, DeadlineRows::read, caseIds).stream()
        .collect(Collectors.groupingBy(StoredDeadline::caseId));
  }
}
