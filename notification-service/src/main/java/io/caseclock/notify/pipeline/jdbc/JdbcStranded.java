package io.caseclock.notify.pipeline.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.pipeline.Failover.Stranded;
import io.caseclock.notify.pipeline.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Rows of {@code addressed} whose message did not arrive. */
public final class JdbcStranded implements Stranded {

  private static final String OF =
      "select * from message_recipient where delivery_id = any (?) and state = 'sent' for update";
  private static final String BACK =
      """
      update message_recipient set state = 'waiting', reason = 'circuit-open', ready_at = ?, delivery_id = null
      where message_id = ? and recipient = ? and channel = ?
      """;
  private static final String DROP =
      """
      update message_recipient set state = 'dropped', reason = ?
      where message_id = ? and recipient = ? and channel = ?
      """;

  private final Sql sql;

  public JdbcStranded(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<Message> of(List<String> deliveryIds) {
    return sql.query(OF, JdbcStranded::message, deliveryIds);
  }

  @Override
  public void backToMailbox(Message message, Instant readyAt) {
    var row = message.row();
    sql.update(BACK, readyAt, row.messageId(), row.addressee(), row.channel());
  }

  @Override
  public void drop(Message message, Reason reason) {
    var row = message.row();
    sql.update(DROP, reason.wire(), row.messageId(), row.addressee(), row.channel());
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getString("delivery_id"),
        new MessageRecipient(
            row.getString("message_id"),
            row.getString("recipient"),
            row.getString("channel"),
            row.getString("unit"),
            RecipientReason.ofWire(row.getString("why")),
            row.getBoolean("critical"),
            row.getBoolean("digest"),
            List.of((String[]) row.getArray("fallback").getArray()),
            Sql.required(row, "queued_at"),
            Sql.required(row, "queued_at")));
  }
}
