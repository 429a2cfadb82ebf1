package io.caseclock.notify.notice.panache;

import io.caseclock.batch.BatchCache;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The counters of notices, a table for each kind; a batch reads those of all units that it locks at
 * once, and writes what it has given at its end, at once.
 */
final class NoticeNumbers {

  private static final String LOCK =
      """
      select pg_advisory_xact_lock(hashtextextended('notices of ' || unit, 0))
      from unnest(?::text[]) as unit
      """;

  private static final List<Object> GIVEN = List.of("numbers given");

  private final Sql sql;
  private final BatchCache batch;

  NoticeNumbers(Sql sql, BatchCache batch) {
    this.sql = sql;
    this.batch = batch;
  }

  /** The numbers of a year that one unit gives to one kind of notice. */
  private record Sequence(NoticeKind kind, String unit, int year) {}

  /**
   * What a batch has given.
   *
   * @param before the last number that each sequence had reached before, 0 where there was none
   * @param more how many it has given of each
   */
  private record Given(Map<Sequence, Integer> before, Map<Sequence, Integer> more) {
    static Given nothing() {
      return new Given(new HashMap<>(), new LinkedHashMap<>());
    }
  }

  /** In one order, so that no two batches wait for each other. */
  void lock(Collection<String> units) {
    var more = units.stream().filter(unit -> !batch.knows(key(unit))).distinct().sorted().toList();
    if (more.isEmpty()) {
      return;
    }
    sql.query(LOCK, row -> true, more);
    more.forEach(unit -> batch.remembered(key(unit), () -> true));
    if (batch.isRunning()) {
      given().before().putAll(reached(NoticeKind.NOTICE, more));
    }
  }

  private static List<Object> key(String unit) {
    return List.of("issuing is locked", unit);
  }

  /** The sequence stays locked until the caller's transaction ends. */
  NoticeNumber next(NoticeKind kind, String unit, int year) {
    if (!batch.isRunning()) {
      return new NoticeNumber(unit, year, counted(kind, unit, year));
    }
    lock(List.of(unit));
    var sequence = new Sequence(kind, unit, year);
    var before = given().before().computeIfAbsent(sequence, this::reached);
    return new NoticeNumber(unit, year, before + given().more().merge(sequence, 1, Integer::sum));
  }

  private Given given() {
    return batch.gathered(GIVEN, Given::nothing, this::write);
  }

  /** Orders are few, so that only the counters of notices are read with the locks. */
  private int reached(Sequence sequence) {
    return sequence.kind() == NoticeKind.NOTICE
        ? 0
        : reached(sequence.kind(), List.of(sequence.unit())).getOrDefault(sequence, 0);
  }

  private Map<Sequence, Integer> reached(NoticeKind kind, List<String> units) {
    return sql
        .query(
            "select unit, year, last from %s where unit = any (?)".formatted(counterOf(kind)),
            row -> Map.entry(sequence(kind, row), row.getInt("last")),
            units)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Sequence sequence(NoticeKind kind, ResultSet row) throws SQLException {
    return new Sequence(kind, row.getString("unit"), row.getInt("year"));
  }

  private void write(Given given) {
    for (var kind : NoticeKind.values()) {
      var sequences =
          given.more().keySet().stream().filter(sequence -> sequence.kind() == kind).toList();
      if (!sequences.isEmpty()) {
        sql.update(
            """
            insert into %1$s (unit, year, last)
            select unit, year::int, more::int
            from unnest(?::text[], ?::text[], ?::text[]) as g(unit, year, more) order by 1, 2
            on conflict (unit, year) do update set last = %1$s.last + excluded.last
            """
                .formatted(counterOf(kind)),
            sequences.stream().map(Sequence::unit).toList(),
            sequences.stream().map(Sequence::year).toList(),
            sequences.stream().map(given.more()::get).toList());
      }
    }
  }

  /** The row of the counter stays locked until the caller's transaction ends. */
  private int counted(NoticeKind kind, String unit, int year) {
    return sql.query(
            """
            insert into %1$s (unit, year, last) values (?, ?, 1)
            on conflict (unit, year) do update set last = %1$s.last + 1
            returning last
            """
                .formatted(counterOf(kind)),
            row -> row.getInt(1),
            unit,
            year)
        .getFirst();
  }

  private static String counterOf(NoticeKind kind) {
    return switch (kind) {
      case NOTICE -> "notice_counter";
      case SUPERVISION_ORDER -> "supervision_order_counter";
    };
  }
}
