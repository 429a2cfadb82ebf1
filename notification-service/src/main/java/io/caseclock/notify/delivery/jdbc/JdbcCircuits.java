package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.Circuits;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Table {@code channel_circuit}. */
public final class JdbcCircuits implements Circuits {

  static final String SELECT = "select * from channel_circuit where channel = ?";
  static final String LOCK = SELECT + " for update";
  static final String CREATE =
      "insert into channel_circuit (channel, since) values (?, ?) on conflict do nothing";
  static final String SAVE =
      """
      update channel_circuit set state = ?, failures = ?, openings = ?, since = ?,
        probe_at = ?::timestamptz, last_error = ?, last_error_at = ?::timestamptz
      where channel = ?
      """;

  private final Sql sql;

  public JdbcCircuits(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Circuit of(String channel, Instant now) {
    return sql.query(SELECT, JdbcCircuits::circuit, channel).stream()
        .findFirst()
        .orElseGet(() -> Circuit.closed(now));
  }

  @Override
  public Map<String, Circuit> all() {
    Map<String, Circuit> all = new LinkedHashMap<>();
    sql.query(
            "select * from channel_circuit order by channel",
            row -> Map.entry(row.getString("channel"), circuit(row)))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  @Override
  public Circuit lock(String channel, Instant now) {
    sql.update(CREATE, channel, now);
    return sql.query(LOCK, JdbcCircuits::circuit, channel).getFirst();
  }

  @Override
  public void save(String channel, Circuit circuit) {
    sql.update(
        SAVE,
        circuit.state().name(),
        circuit.failures(),
        circuit.openings(),
        circuit.since(),
        circuit.probeAt(),
        circuit.lastError(),
        circuit.lastErrorAt(),
        channel);
  }

  static Circuit circuit(ResultSet row) throws SQLException {
    return new Circuit(
        Circuit.State.valueOf(row.getString("state")),
        row.getInt("failures"),
        row.getInt("openings"),
        Sql.required(row, "since"),
        Sql.instant(row, "probe_at"),
        row.getString("last_error"),
        Sql.instant(row, "last_error_at"));
  }
}
