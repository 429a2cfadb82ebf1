package io.caseclock.notify.delivery.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.InboxMessage.Enclosed;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.Superseded;
import io.caseclock.notify.delivery.TellReason;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of {@code letter}. */
public final class LetterRows {

  /** A whole letter. */
  public static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
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

  /** A letter with the reason why the person got it, in column {@code why}. */
  static Enclosed enclosed(ResultSet row) throws SQLException {
    var superseded = row.getString("superseded_reason");
    return new Enclosed(
        letter(row),
        TellReason.ofWire(row.getString("why")),
        Sql.instant(row, "superseded_at"),
        superseded == null ? null : Superseded.ofWire(superseded));
  }

  private LetterRows() {}
}
