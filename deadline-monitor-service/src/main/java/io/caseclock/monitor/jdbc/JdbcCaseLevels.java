package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseLevel;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.level.CaseLevels;
import io.caseclock.monitor.level.LevelChange;
import io.caseclock.monitor.level.SeenLevel;
import io.caseclock.monitor.level.SetLevel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tables {@code case_level} and {@code case_level_change}, which a trigger fills. */
public final class JdbcCaseLevels implements CaseLevels {

  private static final String OF =
      "select case_id, level, reason, by_person, at from case_level where case_id = ?";

  private static final String CHANGES =
      "select from_level, level, reason, by_person, at from case_level_change"
          + " where case_id = ? order by id desc limit "
          + LevelChange.MOST_SHOWN;

  /** One after the other, so that two at once do not restrict one case too many. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext(current_schema() || '.case_level'))";

  private static final String OTHERS =
      "select count(*) from case_level where level = 'restricted' and case_id <> ?";

  private static final String KEEP =
      "insert into case_level (case_id, level, reason, by_person, at) values (?, ?, ?, ?, ?)"
          + " on conflict (case_id) do update set level = excluded.level,"
          + " reason = excluded.reason, by_person = excluded.by_person, at = excluded.at";

  /** A version is at least the microsecond at which it was stated. */
  private static final String UNTOLD =
      "select l.case_id from case_level l where (l.version < %s or exists (select from break_glass b"
              .formatted(micros("l.at"))
          + " where b.case_id = l.case_id and (l.version < %s or l.version < %s)))"
              .formatted(micros("b.at"), micros("b.reviewed_at"));

  private final Sql sql;

  private static String micros(String at) {
    return "(extract(epoch from " + at + ") * 1000000)::int8";
  }

  public JdbcCaseLevels(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Optional<SetLevel> of(String caseId) {
    return sql.query(OF, JdbcCaseLevels::level, caseId).stream().findFirst();
  }

  @Override
  public List<LevelChange> changes(String caseId) {
    return sql.query(CHANGES, JdbcCaseLevels::change, caseId);
  }

  @Override
  public Kept keep(SetLevel level, @Nullable SeenLevel seen, int most) {
    return sql.transact(
        connection -> {
          LevelNews.lock(connection, level.caseId());
          Sql.query(connection, LOCK, statement -> {}, row -> true);
          var present = present(connection, level.caseId());
          if (seen != null && !seen.is(present)) {
            return Kept.STALE;
          }
          if (present.map(SetLevel::level).orElse(CaseLevel.ORDINARY) == level.level()) {
            return Kept.UNCHANGED;
          }
          if (level.level() == CaseLevel.RESTRICTED && others(connection, level) >= most) {
            return Kept.TOO_MANY;
          }
          keep(connection, level);
          LevelNews.state(connection, level.caseId(), level.at());
          return Kept.DONE;
        });
  }

  @Override
  public int tellUntold(int most, Instant now) {
    var untold = sql.query(UNTOLD + " limit ?", row -> row.getString(1), most);
    untold.forEach(caseId -> tell(caseId, now));
    return untold.size();
  }

  /** Looks again once it holds the lock: another replica may have been faster. */
  private void tell(String caseId, Instant now) {
    sql.transact(
        connection -> {
          LevelNews.lock(connection, caseId);
          var untold =
              Sql.query(
                  connection,
                  UNTOLD + " and l.case_id = ?",
                  statement -> statement.setString(1, caseId),
                  row -> row.getString(1));
          if (!untold.isEmpty()) {
            LevelNews.state(connection, caseId, now);
          }
          return untold.size();
        });
  }

  private static Optional<SetLevel> present(Connection connection, String caseId)
      throws SQLException {
    return Sql.query(
            connection, OF, statement -> statement.setString(1, caseId), JdbcCaseLevels::level)
        .stream()
        .findFirst();
  }

  private static long others(Connection connection, SetLevel level) throws SQLException {
    return Sql.query(
            connection,
            OTHERS,
            statement -> statement.setString(1, level.caseId()),
            row -> row.getLong(1))
        .getFirst();
  }

  private static void keep(Connection connection, SetLevel level) throws SQLException {
    Sql.update(
        connection,
        KEEP,
        statement -> {
          statement.setString(1, level.caseId());
          statement.setString(2, level.level().wire());
          statement.setString(3, level.reason());
          statement.setString(4, level.by());
          statement.setObject(5, Sql.utc(level.at()));
        });
  }

  private static SetLevel level(ResultSet row) throws SQLException {
    return new SetLevel(
        row.getString("case_id"),
        CaseLevel.ofWire(row.getString("level")).orElseThrow(),
        row.getString("reason"),
        row.getString("by_person"),
        Sql.required(row, "at"));
  }

  private static LevelChange change(ResultSet row) throws SQLException {
    var from = row.getString("from_level");
    return new LevelChange(
        from == null ? null : CaseLevel.ofWire(from).orElseThrow(),
        CaseLevel.ofWire(row.getString("level")).orElseThrow(),
        row.getString("reason"),
        row.getString("by_person"),
        Sql.required(row, "at"));
  }
}
