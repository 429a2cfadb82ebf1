package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.Arrival;
import io.caseclock.notify.delivery.Cursor;
import io.caseclock.notify.delivery.NewMessages;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows (tx, seq) behind the oldest transaction that is still open. */
public final class JdbcNewMessages implements NewMessages {

  private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text";
  private static final String SINCE =
      """
      select tx::text as tx, seq, id from inbox_message
      where (tx, seq) > (?::text::xid8, ?) and tx < pg_snapshot_xmin(pg_current_snapshot())
        and person = any (?)
      order by tx, seq limit ?
      """;

  private final Sql sql;
  private final JdbcInboxes inboxes;

  public JdbcNewMessages(Sql sql, JdbcInboxes inboxes) {
    this.sql = sql;
    this.inboxes = inboxes;
  }

  @Override
  public Cursor horizon() {
    var open = sql.query(HORIZON, row -> Long.parseLong(row.getString(1))).getFirst();
    return new Cursor(open - 1, Long.MAX_VALUE);
  }

  @Override
  public List<Arrival> since(Cursor after, Collection<String> people, int limit) {
    var places =
        sql.query(
            SINCE,
            row ->
                Map.entry(
                    row.getString("id"),
                    new Cursor(Long.parseLong(row.getString("tx")), row.getLong("seq"))),
            Long.toString(after.tx()),
            after.seq(),
            people,
            limit);
    if (places.isEmpty()) {
      return List.of();
    }
    Map<String, Cursor> placeOf = new HashMap<>();
    places.forEach(place -> placeOf.put(place.getKey(), place.getValue()));
    return inboxes.ofIds(placeOf.keySet()).stream()
        .map(filed -> new Arrival(placeOf.getOrDefault(filed.message().id(), after), filed))
        .sorted(Comparator.comparing(Arrival::cursor))
        .toList();
  }
}
