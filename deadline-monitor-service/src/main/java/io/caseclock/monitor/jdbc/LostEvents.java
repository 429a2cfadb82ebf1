package io.caseclock.monitor.jdbc;

import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.jdbc.OnDeadLetter;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.watch.Findings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * Tells people that an event of a known case could not be taken in. While its dead letter is open
 * the case's deadlines are shown as unverified; that needs no mark of its own.
 */
public final class LostEvents implements OnDeadLetter {

  private final InstantSource clock;

  public LostEvents(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void putAside(Connection connection, DeadLetter letter) throws SQLException {
    var caseId = letter.caseId();
    if (caseId == null) {
      return;
    }
    var now = clock.instant();
    var news =
        Sql.query(
            connection,
            "select unit from watched_case where case_id = ?",
            statement -> statement.setString(1, caseId),
            row -> Findings.lost(caseId, row.getString("unit"), letter, now));
    DeadlineNews.append(connection, news, letter.id(), now);
  }
}
