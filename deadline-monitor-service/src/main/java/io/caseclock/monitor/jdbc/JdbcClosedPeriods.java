package io.caseclock.monitor.jdbc;

import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.PeriodNumbers.Kind;
import io.caseclock.contract.Topics;
import io.caseclock.contract.UnitKind;
import io.caseclock.contract.Words;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.closing.ClosedPeriods;
import io.caseclock.monitor.statistics.Span;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.wire.PeriodNumbersWire;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Table {@code closed_period}, whose rows are written with the record in the outbox. */
public final class JdbcClosedPeriods implements ClosedPeriods {

  private static final ArrayColumns<PeriodNumbers> COLUMNS =
      new ArrayColumns<PeriodNumbers>()
          .with("unit", "text", PeriodNumbers::unit)
          .with("kind", "text", numbers -> Words.of(numbers.kind()))
          .with("from_on", "date", PeriodNumbers::from)
          .with("closed_at", "timestamptz", PeriodNumbers::at)
          .with("belated", "boolean", PeriodNumbers::belated);

  private static final String CLOSE =
      "insert into closed_period ("
          + COLUMNS.names()
          + ") select r.* from "
          + COLUMNS.unnest()
          + " order by r.unit on conflict do nothing returning unit";

  private static final String FIRST_DAY =
      "select least((select min(counted_on) from count_day where family = 'unit'),"
          + " (select min(counted_on) from count_change where sign > 0),"
          + " (select min(built_at)::date from count_build))";

  private static final String MISSING =
      "select u.id from unit u where u.kind = any (?) and not exists (select 1 from closed_period c"
          + " where c.kind = ? and c.from_on = ? and c.unit = u.id) order by u.path";

  private static final String IS_CHANGING =
      "select exists (select 1 from count_change where known_at > ? and counted_on between ? and ?)"
          + " or exists (select 1 from count_correction where known_at > ?"
          + " and counted_on between ? and ?)";

  private final Sql sql;

  public JdbcClosedPeriods(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Optional<LocalDate> firstDay() {
    return sql.query(FIRST_DAY, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .getFirst();
  }

  @Override
  public Optional<Instant> countedSince() {
    return sql.query(
            "select min(built_at) as since from count_build",
            row -> Optional.ofNullable(Sql.instant(row, "since")))
        .getFirst();
  }

  @Override
  public List<TreeUnit> units() {
    return sql.query(
        "select id, path, kind from unit order by path",
        row -> new TreeUnit(row.getString(1), row.getString(2), row.getString(3)));
  }

  @Override
  public List<String> missing(Kind kind, LocalDate from, Set<UnitKind> kinds) {
    return sql.query(
        MISSING,
        row -> row.getString(1),
        kinds.stream().map(Words::of).toList(),
        Words.of(kind),
        from);
  }

  @Override
  public boolean isChanging(Span span, Instant since) {
    return sql.query(
            IS_CHANGING,
            row -> row.getBoolean(1),
            since,
            span.from(),
            span.to(),
            since,
            span.from(),
            span.to())
        .getFirst();
  }

  @Override
  public int close(List<PeriodNumbers> numbers) {
    return sql.transact(
        connection -> {
          var mine =
              new HashSet<>(
                  Sql.query(
                      connection,
                      CLOSE,
                      statement -> COLUMNS.bind(connection, statement, numbers),
                      row -> row.getString(1)));
          var records =
              numbers.stream()
                  .filter(each -> mine.contains(each.unit()))
                  .map(
                      each -> OutboxRecord.of(Topics.PERIOD_NUMBERS, PeriodNumbersWire.write(each)))
                  .toList();
          if (!records.isEmpty()) {
            Outbox.append(connection, records, numbers.getFirst().at());
          }
          return records.size();
        });
  }
}
