package io.caseclock.monitor.jdbc;

import io.caseclock.jdbc.Sql;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gauges of the deadlines that are open, each in one state; not a number while the database is
 * away. All of them are asked for together, and again after a minute at the earliest.
 */
public final class OpenDeadlineGauges implements MeterBinder {

  private static final Duration KEPT = Duration.ofMinutes(1);

  /**
   * What is not late comes from the sums of the whole tree by month, a few rows for each unit that
   * has none above it; the others each from an index that holds nothing else.
   */
  private static final String OPEN =
      """
      select
        (select coalesce(sum(sums.running), 0)
          from (select distinct split_part(path, '/', 2) as unit from count_tree) as roots
          cross join lateral (
            select sum(m.running + m.waiting) as running from count_month m
            where m.family = 'tree' and m.unit = roots.unit) as sums) as running,
        (select count(*) from deadline d where d.phase = 'running' and d.late_from <= ?) as breached,
        (select count(*) from deadline d where d.phase = 'running' and d.provisional
          and (d.late_from is null or d.late_from > ?)) as provisional,
        (select count(*) from deadline d where d.phase = 'paused') as paused
      """;

  /** As they stood at an instant. */
  private record Counts(Instant at, long running, long breached, long provisional, long paused) {}

  private final Sql sql;
  private final InstantSource clock;
  private @Nullable Counts last;

  public OpenDeadlineGauges(DataSource dataSource, InstantSource clock) {
    this.sql = new Sql(dataSource);
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    register(registry, "running", Counts::running);
    register(registry, "provisional", Counts::provisional);
    register(registry, "paused", Counts::paused);
    register(registry, "breached", Counts::breached);
  }

  private void register(MeterRegistry registry, String state, ToLongFunction<Counts> count) {
    Gauge.builder("caseclock.monitor.deadlines", this, any -> any.read(count))
        .description("Deadlines that are open")
        .tag("state", state)
        .register(registry);
  }

  private double read(ToLongFunction<Counts> count) {
    try {
      return count.applyAsLong(counts());
    } catch (Sql.DatabaseException e) {
      return Double.NaN;
    }
  }

  private synchronized Counts counts() {
    var now = clock.instant();
    if (last == null || !last.at().plus(KEPT).isAfter(now)) {
      last = ask(now);
    }
    return last;
  }

  private Counts ask(Instant now) {
    return QuickSql.planned(
            sql,
            OPEN,
            row -> {
              var breached = row.getLong("breached");
              var provisional = row.getLong("provisional");
              var rest = row.getLong("running") - breached - provisional;
              // the sums are a moment behind
              return new Counts(
                  now, Math.max(rest, 0), breached, provisional, row.getLong("paused"));
            },
            List.of(now, now))
        .getFirst();
  }
}
