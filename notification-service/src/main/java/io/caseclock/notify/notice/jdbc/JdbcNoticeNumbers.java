package io.caseclock.notify.notice.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeNumbers;

/** Table {@code notice_counter}: the row stays locked until the caller's transaction ends. */
public final class JdbcNoticeNumbers implements NoticeNumbers {

  private static final String NEXT =
      """
      insert into notice_counter (unit, year, last) values (?, ?, 1)
      on conflict (unit, year) do update set last = notice_counter.last + 1
      returning last
      """;

  private final Sql sql;

  public JdbcNoticeNumbers(Sql sql) {
    this.sql = sql;
  }

  @Override
  public NoticeNumber next(String unit, int year) {
    var serial = sql.query(NEXT, row -> row.getInt(1), unit, year).getFirst();
    return new NoticeNumber(unit, year, serial);
  }
}
