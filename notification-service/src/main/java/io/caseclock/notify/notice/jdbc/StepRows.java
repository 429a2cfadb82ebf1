package io.caseclock.notify.notice.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.StepKind;
import io.caseclock.wire.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads a line of a notice's history. */
final class StepRows {

  static NoticeStep step(ResultSet row) throws SQLException {
    return new NoticeStep(
        row.getString("notice_id"),
        row.getInt("seq"),
        StepKind.ofWire(row.getString("kind")),
        Sql.required(row, "at"),
        new Actor(row.getString("by_name"), row.getString("by_officer"), row.getString("by_role")),
        row.getString("text"),
        Json.object(row.getString("data").getBytes(StandardCharsets.UTF_8)));
  }

  private StepRows() {}
}
