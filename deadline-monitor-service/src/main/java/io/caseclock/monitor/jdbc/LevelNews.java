package io.caseclock.monitor.jdbc;

import io.caseclock.contract.CaseLevel;
import io.caseclock.contract.CaseLevelStated;
import io.caseclock.contract.CaseLevelStated.Access;
import io.caseclock.contract.Topics;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.CaseLevelWire;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Who may see a case, handed over to the outbox in the transaction that changes it. Whoever does so
 * holds the lock of the case, as an evaluation does, so that the newest statement is the last one.
 */
final class LevelNews {

  /**
   * A deadline that a finding, an opinion or a notice began names whomever people chose, perhaps
   * themselves: it shows nothing of the case. Takes {@code d} for the table.
   */
  static final String BEGUN_BY_A_SYSTEM =
      "not starts_with(d.start_source, 'urn:person:')"
          + " and not starts_with(d.start_source, 'urn:caseclock')";

  private static final String LOCK =
      "select case_id from watched_case where case_id = ? for update";

  private static final String OFFICERS =
      "select distinct d.officer from deadline d where d.case_id = ? and d.officer is not null and "
          + BEGUN_BY_A_SYSTEM
          + " order by d.officer limit "
          + CaseLevelStated.MOST_OFFICERS;

  private static final String ACCESSES =
      "select id, unit, account, officer, from_unit, reason, at, until_at, finding from break_glass"
          + " where case_id = ? and (finding is null or until_at > ?) order by at desc, id limit "
          + CaseLevelStated.MOST_ACCESSES;

  private static final String RESTRICTED =
      "select case_id, officers from case_level where level = 'restricted' and case_id = any (?)";

  /** Later than all before, also where the schema was restored as it was some time ago. */
  private static final String NEXT =
      "update case_level set version = greatest(version + 1, ?), officers = ? where case_id = ?"
          + " returning level, at, version";

  /** Keeps evaluations of the case, and others that state something of it, waiting. */
  static void lock(Connection connection, String caseId) throws SQLException {
    Sql.query(connection, LOCK, statement -> statement.setString(1, caseId), row -> true);
  }

  /** States what holds for a case now; nothing where nobody ever set a level. */
  static void state(Connection connection, String caseId, Instant now) throws SQLException {
    state(connection, caseId, officers(connection, caseId), now);
  }

  /** States anew what holds for those restricted ones whose deadlines name others by now. */
  static void follow(Connection connection, Collection<String> caseIds, Instant now)
      throws SQLException {
    var restricted =
        Sql.query(
            connection,
            RESTRICTED,
            statement -> statement.setArray(1, connection.createArrayOf("text", caseIds.toArray())),
            row -> new Stated(row.getString(1), List.of((String[]) row.getArray(2).getArray())));
    for (var stated : restricted) {
      var officers = officers(connection, stated.caseId());
      if (!officers.equals(stated.officers())) {
        state(connection, stated.caseId(), officers, now);
      }
    }
  }

  private record Stated(String caseId, List<String> officers) {}

  private static List<String> officers(Connection connection, String caseId) throws SQLException {
    return Sql.query(
        connection, OFFICERS, statement -> statement.setString(1, caseId), row -> row.getString(1));
  }

  private static void state(
      Connection connection, String caseId, List<String> officers, Instant now)
      throws SQLException {
    var accesses = accesses(connection, caseId, now);
    var news =
        Sql.query(
            connection,
            NEXT,
            statement -> {
              statement.setLong(1, ChronoUnit.MICROS.between(Instant.EPOCH, now) + 1);
              statement.setArray(2, connection.createArrayOf("text", officers.toArray()));
              statement.setString(3, caseId);
            },
            row ->
                new CaseLevelStated(
                    caseId,
                    CaseLevel.ofWire(row.getString("level")).orElseThrow(),
                    Sql.required(row, "at"),
                    row.getLong("version"),
                    officers,
                    accesses,
                    now));
    Outbox.append(
        connection,
        news.stream()
            .map(stated -> OutboxRecord.of(Topics.CASE_LEVELS, CaseLevelWire.write(stated)))
            .toList(),
        now);
  }

  private static List<Access> accesses(Connection connection, String caseId, Instant now)
      throws SQLException {
    return Sql.query(
        connection,
        ACCESSES,
        statement -> {
          statement.setString(1, caseId);
          statement.setObject(2, Sql.utc(now));
        },
        LevelNews::access);
  }

  private static Access access(ResultSet row) throws SQLException {
    return new Access(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("unit"),
        row.getString("account"),
        row.getString("officer"),
        row.getString("from_unit"),
        row.getString("reason"),
        Sql.required(row, "at"),
        Sql.required(row, "until_at"),
        row.getString("finding") != null);
  }

  private LevelNews() {}
}
