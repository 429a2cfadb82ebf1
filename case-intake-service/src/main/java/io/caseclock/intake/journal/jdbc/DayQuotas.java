package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.Lot;
import io.caseclock.jdbc.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the clients of a transaction that have a quota may have accepted on a day still. Their rows
 * are locked until its end, so that no other replica counts at the same time; of clients without a
 * quota nothing is locked and nothing counted.
 */
final class DayQuotas {

  /** In the order of their names, so that two replicas do not wait for each other for ever. */
  private static final String LOCK =
      """
      select client, events_per_day from client_limit
      where client = any(?) and events_per_day is not null
      order by client for no key update
      """;

  /** A statement of its own: what was counted by whoever held the lock is seen only now. */
  private static final String ACCEPTED =
      "select client, accepted from client_day where client = any(?) and day = ?";

  private static final String COUNT =
      """
      insert into client_day as known (client, day, accepted) values (?, ?, ?)
      on conflict (client, day) do update set accepted = known.accepted + excluded.accepted
      """;

  private final LocalDate day;
  private final Map<String, Long> perDay;
  private final Map<String, Long> left = new HashMap<>();

  private DayQuotas(LocalDate day, Map<String, Long> perDay) {
    this.day = day;
    this.perDay = perDay;
  }

  /** A lot that goes beyond the quota of its client. */
  record Excess(long quota, long left) {}

  /** Before anything is written, so that whoever waits for a quota keeps nobody waiting. */
  static DayQuotas lock(Connection connection, Collection<Lot> lots, LocalDate day)
      throws SQLException {
    var clients = lots.stream().map(Lot::client).distinct().toArray();
    var quotas =
        new DayQuotas(day, numbers(connection, LOCK, connection.createArrayOf("text", clients)));
    if (!quotas.perDay.isEmpty()) {
      var named = connection.createArrayOf("text", quotas.perDay.keySet().toArray());
      var accepted = numbers(connection, ACCEPTED, named, day);
      quotas.perDay.forEach(
          (client, quota) ->
              quotas.left.put(client, Math.max(0, quota - accepted.getOrDefault(client, 0L))));
    }
    return quotas;
  }

  private static Map<String, Long> numbers(
      Connection connection, String query, Array clients, Object... more) throws SQLException {
    Map<String, Long> numbers = new TreeMap<>();
    Sql.query(
            connection,
            query,
            statement -> {
              statement.setArray(1, clients);
              for (var n = 0; n < more.length; n++) {
                statement.setObject(n + 2, more[n]);
              }
            },
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(each -> numbers.put(each.getKey(), each.getValue()));
    return numbers;
  }

  /**
   * Which of the lots go beyond, one after the other; null where one does not. What is known
   * already costs nothing, nor does what a lot before it brings.
   */
  List<@Nullable Excess> judge(Connection connection, List<Lot> lots) throws SQLException {
    if (perDay.isEmpty()) {
      return Collections.nCopies(lots.size(), null);
    }
    List<@Nullable Excess> excesses = new ArrayList<>();
    var known = known(connection, lots);
    for (var lot : lots) {
      Set<EventId> fresh = new HashSet<>();
      lot.events().stream().map(CheckedEvent::eventId).forEach(fresh::add);
      fresh.removeAll(known);
      var excess = excess(lot.client(), fresh.size());
      if (excess == null) {
        left.computeIfPresent(lot.client(), (client, before) -> before - fresh.size());
        known.addAll(fresh);
      }
      excesses.add(excess);
    }
    return excesses;
  }

  private Set<EventId> known(Connection connection, List<Lot> lots) throws SQLException {
    var ids =
        lots.stream()
            .filter(lot -> perDay.containsKey(lot.client()))
            .flatMap(lot -> lot.events().stream())
            .map(CheckedEvent::eventId)
            .distinct()
            .toList();
    return new HashSet<>(JournalTable.find(connection, ids).keySet());
  }

  private @Nullable Excess excess(String client, int fresh) {
    var quota = perDay.get(client);
    var rest = left.getOrDefault(client, 0L);
    return quota == null || fresh <= rest ? null : new Excess(quota, rest);
  }

  /** Counts what was accepted of a client, where it has a quota. */
  void count(Connection connection, String client, long accepted) throws SQLException {
    if (accepted > 0 && perDay.containsKey(client)) {
      Sql.update(
          connection,
          COUNT,
          statement -> {
            statement.setString(1, client);
            statement.setObject(2, day);
            statement.setLong(3, accepted);
          });
    }
  }
}
