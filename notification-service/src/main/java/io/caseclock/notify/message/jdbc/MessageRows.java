package io.caseclock.notify.message.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of {@code message}. */
public final class MessageRows {

  /** A whole message. */
  public static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getString("id"),
        MessageKind.ofWire(row.getString("kind")),
        row.getString("unit"),
        row.getString("officer"),
        row.getString("deadline_id"),
        row.getString("notice_id"),
        row.getString("case_id"),
        row.getString("subject"),
        row.getString("rule"),
        row.getString("list"),
        row.getString("source"),
        new Names(row.getString("title_zh"), row.getString("title_en")),
        new Names(row.getString("text_zh"), row.getString("text_en")),
        row.getString("severity"),
        row.getString("stage"),
        Sql.instant(row, "due_at"));
  }

  private MessageRows() {}
}
