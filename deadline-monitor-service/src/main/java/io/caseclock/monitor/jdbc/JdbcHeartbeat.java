package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.lag.Heartbeat;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Tables {@code own_heartbeat} and {@code own_outage}. */
public final class JdbcHeartbeat implements Heartbeat {

  private static final String NOTE_OUTAGE =
      "insert into own_outage (from_at, until_at) select beat_at, ? from own_heartbeat"
          + " where beat_at < ? on conflict (from_at) do nothing";
  private static final String BEAT =
      "insert into own_heartbeat (beat_at) values (?) on conflict (single) do update"
          + " set beat_at = greatest(own_heartbeat.beat_at, excluded.beat_at)";

  private final Sql sql;

  public JdbcHeartbeat(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public void begin(Instant now, Duration shortest) {
    sql.update(NOTE_OUTAGE, now, now.minus(shortest));
    beat(now);
  }

  @Override
  public void beat(Instant now) {
    sql.update(BEAT, now);
  }
}
