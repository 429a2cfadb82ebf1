package io.caseclock.intake.source.jdbc;

import io.caseclock.intake.source.ClientLimits;
import io.caseclock.intake.source.SourceClients.SetLimits;
import io.caseclock.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables {@code client_limit} and {@code client_day}. */
final class LimitTable {

  private static final String ALL =
      """
      select l.client, l.events_per_day, l.events_per_second, l.set_by, l.set_at,
        coalesce(d.accepted, 0) as accepted
      from client_limit l left join client_day d on d.client = l.client and d.day = ?
      """;

  private static final String RATES =
      "select client, events_per_second from client_limit where events_per_second is not null";

  /** What stays the same keeps whoever set it. */
  private static final String SET =
      """
      insert into client_limit as known (client, events_per_day, events_per_second, set_by, set_at)
      values (?, ?::bigint, ?::bigint, ?, ?)
      on conflict (client) do update set
        events_per_day = excluded.events_per_day,
        events_per_second = excluded.events_per_second,
        set_by = excluded.set_by,
        set_at = excluded.set_at
      where (known.events_per_day, known.events_per_second)
        is distinct from (excluded.events_per_day, excluded.events_per_second)
      """;

  private static final String END = "delete from client_limit where client = ?";

  private static final String FORGET =
      "delete from client_day where (client, day) in"
          + " (select client, day from client_day where day < ? limit ?)";

  private LimitTable() {}

  static Map<String, SetLimits> all(Sql sql, LocalDate day) {
    Map<String, SetLimits> limits = new HashMap<>();
    sql.query(ALL, row -> Map.entry(row.getString("client"), limits(row)), day)
        .forEach(each -> limits.put(each.getKey(), each.getValue()));
    return limits;
  }

  static Map<String, Long> rates(Sql sql) {
    Map<String, Long> rates = new HashMap<>();
    sql.query(RATES, row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(each -> rates.put(each.getKey(), each.getValue()));
    return rates;
  }

  static void set(Connection connection, String client, ClientLimits limits, String by, Instant at)
      throws SQLException {
    if (limits.equals(ClientLimits.NONE)) {
      Sql.update(connection, END, statement -> statement.setString(1, client));
      return;
    }
    Sql.update(
        connection,
        SET,
        statement -> {
          statement.setString(1, client);
          statement.setObject(2, limits.eventsPerDay());
          statement.setObject(3, limits.eventsPerSecond());
          statement.setString(4, by);
          statement.setObject(5, Sql.utc(at));
        });
  }

  static void forgetBefore(Sql sql, LocalDate day, int most) {
    sql.update(FORGET, day, most);
  }

  private static SetLimits limits(ResultSet row) throws SQLException {
    return new SetLimits(
        new ClientLimits(number(row, "events_per_day"), number(row, "events_per_second")),
        row.getLong("accepted"),
        row.getString("set_by"),
        Sql.required(row, "set_at"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
