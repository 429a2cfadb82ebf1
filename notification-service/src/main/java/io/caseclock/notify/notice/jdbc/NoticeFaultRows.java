package io.caseclock.notify.notice.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.Fault;
import io.caseclock.notify.notice.NoticeFault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code notice_fault}: what each notice covers; open while the notice is and it holds. */
final class NoticeFaultRows {

  private static final String INSERT =
      """
      insert into notice_fault (notice_id, seq, deadline_id, revision, case_id, subject, element,
        rule, name_zh, name_en, severity, due_at, open)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)
      """;
  private static final String OF_NOTICE =
      """
      select seq, deadline_id, case_id, subject, rule, name_zh, name_en, severity, due_at,
        dropped_at
      from notice_fault where notice_id = ? order by seq
      """;
  private static final String DROP =
      """
      update notice_fault set dropped_at = ?, open = false
      where notice_id = ? and deadline_id = ? and open
      """;

  private final Sql sql;

  NoticeFaultRows(Sql sql) {
    this.sql = sql;
  }

  void add(String noticeId, List<Fault> faults) {
    var seq = 0;
    for (var fault : faults) {
      var deadline = fault.deadline();
      seq++;
      sql.update(
          INSERT,
          noticeId,
          seq,
          fault.deadlineId(),
          deadline == null ? null : deadline.revision(),
          fault.caseId(),
          fault.subject(),
          fault.element(),
          fault.rule(),
          fault.names().zh(),
          fault.names().en(),
          fault.severity(),
          fault.dueAt());
    }
  }

  Optional<String> openOf(String deadlineId) {
    return sql
        .query(
            "select notice_id from notice_fault where deadline_id = ? and open",
            row -> row.getString(1),
            deadlineId)
        .stream()
        .findFirst();
  }

  List<NoticeFault> of(String noticeId) {
    return sql.query(OF_NOTICE, NoticeFaultRows::fault, noticeId);
  }

  int drop(String noticeId, String deadlineId, Instant at) {
    sql.update(DROP, at, noticeId, deadlineId);
    return sql.query(
            "select count(*) from notice_fault where notice_id = ? and open",
            row -> row.getInt(1),
            noticeId)
        .getFirst();
  }

  void close(String noticeId) {
    sql.update("update notice_fault set open = false where notice_id = ? and open", noticeId);
  }

  private static NoticeFault fault(ResultSet row) throws SQLException {
    return new NoticeFault(
        row.getInt("seq"),
        row.getString("deadline_id"),
        row.getString("case_id"),
        row.getString("subject"),
        row.getString("rule"),
        new Names(row.getString("name_zh"), row.getString("name_en")),
        row.getString("severity"),
        Sql.instant(row, "due_at"),
        Sql.instant(row, "dropped_at"));
  }
}
