package io.caseclock.notify.notice.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeNumbers;

/** One counter a kind: the row stays locked until the caller's transaction ends. */
public final class JdbcNoticeNumbers implements NoticeNumbers {

  private static final String NEXT_NOTICE =
      """
      insert into notice_counter (unit, year, last) values (?, ?, 1)
      on conflict (unit, year) do update set last = notice_counter.last + 1
      returning last
      """;
  private static final String NEXT_ORDER =
      """
      insert into supervision_order_counter (unit, year, last) values (?, ?, 1)
      on conflict (unit, year) do update set last = supervision_order_counter.last + 1
      returning last
      """;

  private final Sql sql;

  public JdbcNoticeNumbers(Sql sql) {
    this.sql = sql;
  }

  @Override
  public NoticeNumber next(NoticeKind kind, String unit, int year) {
    var statement =
        switch (kind) {
          case NOTICE -> NEXT_NOTICE;
          case SUPERVISION_ORDER -> NEXT_ORDER;
        };
    var serial = sql.query(statement, row -> row.getInt(1), unit, year).getFirst();
    return new NoticeNumber(unit, year, serial);
  }
}
