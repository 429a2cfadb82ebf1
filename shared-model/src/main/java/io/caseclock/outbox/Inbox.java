package io.caseclock.outbox;

import io.caseclock.contract.EventId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which events have already had their effect in this service. */
public final class Inbox {

  private static final String CLAIM =
      """
      insert into inbox (source, event_id, received_at)
      select distinct source, event_id, ?::timestamptz
      from unnest(?, ?) as r(source, event_id)
      order by 1, 2
      on conflict do nothing
      returning source, event_id
      """;

  /**
   * Claims events in the caller's transaction.
   *
   * @return those that were not claimed before; only these may take effect
   */
  public static Set<EventId> claim(Connection connection, Collection<EventId> ids, Instant now)
      throws SQLException {
    Set<EventId> claimed = new LinkedHashSet<>();
    if (ids.isEmpty()) {
      return claimed;
    }
    var sources = ids.stream().map(EventId::source).toArray(String[]::new);
    var eventIds = ids.stream().map(EventId::id).toArray(String[]::new);
    try (var statement = connection.prepareStatement(CLAIM)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setArray(2, connection.createArrayOf("text", sources));
      statement.setArray(3, connection.createArrayOf("text", eventIds));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          claimed.add(new EventId(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return claimed;
  }

  private Inbox() {}
}
