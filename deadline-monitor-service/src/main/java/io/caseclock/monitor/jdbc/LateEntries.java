package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.watch.LateEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds which late entries came late since CaseClock was down, or their source silent. */
final class LateEntries {

  private static final ArrayColumns<LateEntry> COLUMNS =
      new ArrayColumns<LateEntry>()
          .with("id", "uuid", LateEntry::deadlineId)
          .with("source", "text", LateEntry::source)
          .with("late_from", "timestamptz", LateEntry::lateFrom)
          .with("entered_at", "timestamptz", LateEntry::enteredAt);

  private static final String BY_SILENCE =
      "select r.id from "
          + COLUMNS.unnest()
          + " where exists (select 1 from own_outage o"
          + " where o.from_at <= r.late_from and o.until_at > r.late_from)"
          + " or (not exists (select 1 from case_event e where e.source = r.source"
          + " and e.accepted_at >= r.late_from and e.accepted_at < r.entered_at)"
          + " and (select count(*) from case_event e where e.source = r.source"
          + " and e.accepted_at >= r.late_from - make_interval(secs => ?)"
          + " and e.accepted_at < r.late_from)"
          + " * extract(epoch from r.entered_at - r.late_from) / ? >= ?)";

  static Set<UUID> bySilence(Connection connection, List<LateEntry> entries) throws SQLException {
    return new HashSet<>(
        Sql.query(
            connection,
            BY_SILENCE,
            statement -> {
              COLUMNS.bind(connection, statement, entries);
              var next = COLUMNS.size() + 1;
              statement.setDouble(next, LateEntry.BEFORE.toSeconds());
              statement.setLong(next + 1, LateEntry.BEFORE.toSeconds());
              statement.setInt(next + 2, LateEntry.EXPECTED);
            },
            row -> row.getObject(1, UUID.class)));
  }

  private LateEntries() {}
}
