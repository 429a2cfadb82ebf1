package io.caseclock.notify.notice.panache;

import io.caseclock.batch.BatchCache;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The counters of notices, a table for each kind; a batch reads and writes each row of theirs once.
 */
final class NoticeNumbers {

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended('notices of ' || unit, 0))
      from unnest(?::text[]) as unit
      """;

  private final Sql sql;
  private final BatchCache batch;

  NoticeNumbers(Sql sql, BatchCache batch) {
    this.sql = sql;
    this.batch = batch;
  }

  /** In one order, so that no two batches wait for each other. */
  void lock(Collection<String> units) {
    var more = units.stream().filter(unit -> !batch.knows(key(unit))).distinct().sorted().toList();
    if (!more.isEmpty()) {
      sql.query(LOCK, row -> true, more);
      more.forEach(unit -> batch.remembered(key(unit), () -> true));
    }
  }

  private static List<Object> key(String unit) {
    return List.of("issuing is locked", unit);
  }

  /** The row of the counter stays locked until the caller's transaction ends. */
  NoticeNumber next(NoticeKind kind, String unit, int year) {
    if (!batch.isRunning()) {
      return new NoticeNumber(unit, year, counted(kind, unit, year, 1));
    }
    var given =
        batch.gathered(
            List.of("numbers given", kind, unit, year),
            () -> new Given(counted(kind, unit, year, 0), new AtomicInteger()),
            all -> counted(kind, unit, year, all.more().get()));
    return new NoticeNumber(unit, year, given.before() + given.more().incrementAndGet());
  }

  /** How many numbers a batch has given, and the last one before it. */
  private record Given(int before, AtomicInteger more) {}

  private int counted(NoticeKind kind, String unit, int year, int more) {
    return sql.query(
            """
            insert into %1$s (unit, year, last) values (?, ?, ?)
            on conflict (unit, year) do update set last = %1$s.last + excluded.last
            returning last
            """
                .formatted(counterOf(kind)),
            row -> row.getInt(1),
            unit,
            year,
            more)
        .getFirst();
  }

  private static String counterOf(NoticeKind kind) {
    return switch (kind) {
      case NOTICE -> "notice_counter";
      case SUPERVISION_ORDER -> "supervision_order_counter";
    };
  }
}
