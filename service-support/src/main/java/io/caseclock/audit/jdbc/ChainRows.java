package io.caseclock.audit.jdbc;

import io.caseclock.chain.ChainEntry;
import io.caseclock.chain.DayHead;
import io.caseclock.chain.Link;
import io.caseclock.jdbc.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Reads rows of {@code audit_log_day} and {@code audit_log}. */
final class ChainRows {

  private ChainRows() {}

  static DayHead head(ResultSet row) throws SQLException {
    return new DayHead(
        row.getObject("day", LocalDate.class),
        row.getInt("entries"),
        row.getString("follows"),
        row.getString("last"));
  }

  /** An entry that has its place in the chain. */
  static Link link(ResultSet row) throws SQLException {
    return new Link(
        new ChainEntry(
            row.getObject("day", LocalDate.class),
            row.getInt("number"),
            Sql.required(row, "at"),
            row.getString("account"),
            row.getString("officer"),
            List.of((String[]) row.getArray("roles").getArray()),
            row.getString("unit"),
            row.getString("operation"),
            AuditTable.ids(row.getString("ids")),
            row.getInt("status"),
            row.getString("request_id")),
        row.getString("hash"));
  }
}
