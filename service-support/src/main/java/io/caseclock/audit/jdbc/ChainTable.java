package io.caseclock.audit.jdbc;

import io.caseclock.chain.AuditChain;
import io.caseclock.chain.DayHead;
import io.caseclock.chain.Link;
import io.caseclock.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The audit log in the order of its chain, in pages of {@value #PAGE}. */
public final class ChainTable implements AuditChain {

  private static final int PAGE = 500;
  private static final LocalDate BEFORE_ALL = LocalDate.EPOCH.minusDays(1);
  private static final String DAYS =
      "select day, entries, follows, last from audit_log_day where day > ? order by day limit "
          + PAGE;

  /** In one statement, so that the head is as old as the entries. */
  private static final String PART =
      """
      select head.day, head.entries, head.follows, head.last, entry.number, entry.at,
        entry.account, entry.officer, entry.roles, entry.unit, entry.operation,
        entry.ids::text as ids, entry.status, entry.request_id, entry.hash
      from audit_log_day head
      left join lateral (
        select * from audit_log one where one.day = head.day and one.number > ?
        order by one.number, one.id limit %d) entry on true
      where head.day = ? order by entry.number, entry.id
      """
          .formatted(PAGE);

  /** A day behind the last head has none. */
  private static final String OUTSIDE =
      """
      select count(*) as entries, max(at) as last from audit_log
      where number is null
        or day > (select coalesce(max(day), '-infinity') from audit_log_day)
      """;

  private final Sql sql;

  public ChainTable(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /** The head as each row repeats it, and an entry in all rows but that of a day without any. */
  private record Row(DayHead head, Optional<Link> link) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          ChainRows.head(row),
          row.getObject("number") == null ? Optional.empty() : Optional.of(ChainRows.link(row)));
    }
  }

  @Override
  public List<DayHead> days(@Nullable LocalDate after) {
    return sql.query(DAYS, ChainRows::head, after == null ? BEFORE_ALL : after);
  }

  @Override
  public Part part(LocalDate day, int after) {
    var rows = sql.query(PART, Row::of, after, day);
    return new Part(
        rows.stream().map(Row::head).findFirst(),
        rows.stream().map(Row::link).flatMap(Optional::stream).toList());
  }

  @Override
  public Outside outside() {
    return sql.query(OUTSIDE, row -> new Outside(row.getLong("entries"), last(row))).getFirst();
  }

  private static @Nullable Instant last(ResultSet row) throws SQLException {
    var last = row.getObject("last", OffsetDateTime.class);
    return last == null ? null : last.toInstant();
  }
}
