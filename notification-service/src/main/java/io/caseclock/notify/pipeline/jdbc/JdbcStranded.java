package io.caseclock.notify.pipeline.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.TellReason;
import io.caseclock.notify.pipeline.Addressed;
import io.caseclock.notify.pipeline.FindAnotherWay.Stranded;
import io.caseclock.notify.pipeline.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rows of {@code addressed} whose message did not arrive. */
public final class JdbcStranded implements Stranded {

  private static final String OF =
      "select * from addressed where message_id = any (?) and state = 'enclosed' for update";
  private static final String BACK =
      """
      update addressed set state = 'waiting', reason = 'circuit-open', ready_at = ?, message_id = null
      where letter_id = ? and addressee = ? and channel = ?
      """;
  private static final String DROP =
      """
      update addressed set state = 'dropped', reason = ?
      where letter_id = ? and addressee = ? and channel = ?
      """;

  private final Sql sql;

  public JdbcStranded(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Letter> of(List<String> parcelIds) {
    return sql.query(OF, JdbcStranded::letter, parcelIds);
  }

  @Override
  public void backToMailbox(Letter letter, Instant readyAt) {
    var row = letter.row();
    sql.update(BACK, readyAt, row.letterId(), row.addressee(), row.channel());
  }

  @Override
  public void drop(Letter letter, Reason reason) {
    var row = letter.row();
    sql.update(DROP, reason.wire(), row.letterId(), row.addressee(), row.channel());
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getString("message_id"),
        new Addressed(
            row.getString("letter_id"),
            row.getString("addressee"),
            row.getString("channel"),
            row.getString("unit"),
            TellReason.ofWire(row.getString("why")),
            row.getBoolean("critical"),
            row.getBoolean("digest"),
            List.of((String[]) row.getArray("onward").getArray()),
            Sql.required(row, "queued_at"),
            Sql.required(row, "queued_at")));
  }
}
