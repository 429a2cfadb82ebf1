package io.caseclock.notify.silence.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.silence.SilencedMessages;
import java.time.Instant;

/** Table {@code message_recipient}, as far as silences hold its rows back. */
public final class JdbcSilencedMessages implements SilencedMessages {

  private static final String RECONSIDER =
      "update message_recipient set ready_at = ? where state = 'waiting' and reason = 'silenced'";

  private final Sql sql;

  public JdbcSilencedMessages(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void reconsider(Instant now) {
    sql.update(RECONSIDER, now);
  }
}
