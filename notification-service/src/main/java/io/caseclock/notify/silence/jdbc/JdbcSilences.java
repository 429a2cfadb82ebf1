package io.caseclock.notify.silence.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.silence.Silence;
import io.caseclock.notify.silence.Silence.Covers;
import io.caseclock.notify.silence.Silences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code silence}. Ending or approving one wakes what it holds back. */
public final class JdbcSilences implements Silences {

  private static final String IN_FORCE =
      """
      select * from silence
      where approved_at is not null and ended_at is null and starts_at <= ? and ends_at > ?
      """;
  private static final String WITHIN =
      """
      select s.* from silence s join unit u on u.id = s.unit
      where starts_with(u.path, (select path from unit where id = ?))
      order by s.created_at desc, s.id limit ?
      """;
  private static final String LOCKED =
      """
      select s.* from silence s join unit u on u.id = s.unit
      where s.id = ? and starts_with(u.path, (select path from unit where id = ?))
      for update of s
      """;
  private static final String ADD =
      """
      insert into silence (id, unit, kind, severity, list, rule, case_id, reason, author, author_line,
        created_at, starts_at, ends_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String WAKE =
      "update message_recipient set ready_at = ? where state = 'waiting' and reason = 'silenced'";

  private final Sql sql;

  public JdbcSilences(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Silence> inForce(Instant now) {
    return sql.query(IN_FORCE, JdbcSilences::silence, now, now);
  }

  @Override
  public List<Silence> within(String rootUnit, int limit) {
    return sql.query(WITHIN, JdbcSilences::silence, rootUnit, limit);
  }

  @Override
  public void add(Silence silence) {
    sql.update(
        ADD,
        silence.id(),
        silence.unit(),
        silence.covers().kind(),
        silence.covers().severity(),
        silence.covers().list(),
        silence.covers().rule(),
        silence.covers().caseId(),
        silence.reason(),
        silence.author(),
        silence.authorLine(),
        silence.createdAt(),
        silence.from(),
        silence.until());
  }

  @Override
  public Optional<Silence> locked(String id, String rootUnit) {
    return sql.query(LOCKED, JdbcSilences::silence, id, rootUnit).stream().findFirst();
  }

  @Override
  public void approve(String id, String officer, Instant at) {
    sql.update("update silence set approved_by = ?, approved_at = ? where id = ?", officer, at, id);
  }

  @Override
  public void end(String id, String officer, Instant at) {
    sql.update("update silence set ended_by = ?, ended_at = ? where id = ?", officer, at, id);
    sql.update(WAKE, at);
  }

  private static Silence silence(ResultSet row) throws SQLException {
    return new Silence(
        row.getString("id"),
        row.getString("unit"),
        new Covers(
            row.getString("kind"),
            row.getString("severity"),
            row.getString("list"),
            row.getString("rule"),
            row.getString("case_id")),
        row.getString("reason"),
        row.getString("author"),
        List.of((String[]) row.getArray("author_line").getArray()),
        Sql.required(row, "created_at"),
        Sql.required(row, "starts_at"),
        Sql.required(row, "ends_at"),
        row.getString("approved_by"),
        Sql.instant(row, "approved_at"),
        Sql.instant(row, "ended_at"));
  }
}
