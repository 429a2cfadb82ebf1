package io.caseclock.bench.growth;

import io.caseclock.bench.statistics.HeldConnection;
import io.caseclock.bench.statistics.Timings;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import io.caseclock.monitor.law.Law;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What a sweep costs that finds nothing, and what one costs for each deadline that it tells of. */
final class SweepCost {

  /** As {@code caseclock.sweep.batch-size} is where nobody sets it. */
  private static final int BATCH = 500;

  private static final int DUE = 1_000;
  private static final int IDLE_SWEEPS = 20;
  private static final double NANOS_OF_A_MILLI = 1e6;

  private static final String KEEP =
      """
      create table kept_for_sweep as
      select d.case_id, d.id, d.phase, d.due_at, d.late_from, d.ended_at, d.ended_known_at, d.revision,
        a.next_at
      from deadline d join alarm a on (a.case_id, a.deadline_id) = (d.case_id, d.id)
      where d.phase = 'running' and a.next_at is not null order by md5(d.id::text) limit %d
      """;

  private static final String MAKE_DUE =
      """
      with late as (
        update deadline d set due_at = ?, late_from = ?
        from kept_for_sweep k where d.case_id = k.case_id and d.id = k.id
      )
      update alarm a set next_at = ?
      from kept_for_sweep k where a.case_id = k.case_id and a.deadline_id = k.id
      """;

  private static final String BRING_BACK =
      """
      with kept as (
        update deadline d set phase = k.phase, due_at = k.due_at, late_from = k.late_from,
          ended_at = k.ended_at, ended_known_at = k.ended_known_at, revision = k.revision
        from kept_for_sweep k where d.case_id = k.case_id and d.id = k.id
      )
      update alarm a set next_at = k.next_at, warned = false
      from kept_for_sweep k where a.case_id = k.case_id and a.deadline_id = k.id
      """;

  private final HeldConnection database;
  private final Sql sql;
  private final Instant now;
  private final SweepDue sweep;

  /**
   * @param now before anything is due by itself
   */
  SweepCost(HeldConnection database, Law law, Instant now) {
    this.database = database;
    this.sql = new Sql(database);
    this.now = now;
    this.sweep = new SweepDue(new JdbcDueDeadlines(database), law, InstantSource.fixed(now), BATCH);
  }

  /** Milliseconds of a sweep that finds nothing, and of each deadline that is breached. */
  record Result(Cost idle, Cost each) {}

  Result measure(int times) throws Exception {
    List<Double> idle = new ArrayList<>();
    List<Double> each = new ArrayList<>();
    sql.update(KEEP.formatted(DUE));
    for (var round = 0; round <= times; round++) {
      var nothing = Timings.nanosOf(this::sweepNothing) / NANOS_OF_A_MILLI / IDLE_SWEEPS;
      var due = now.minusSeconds(1);
      sql.update(MAKE_DUE, due, due, due);
      var told = Timings.nanosOf(this::sweepAll) / NANOS_OF_A_MILLI / DUE;
      requireTold();
      sql.update(BRING_BACK);
      if (round > 0) { // the first one warms up
        idle.add(nothing);
        each.add(told);
      }
    }
    sql.update("drop table kept_for_sweep");
    return new Result(new Cost(idle), new Cost(each));
  }

  private void sweepNothing() {
    for (var time = 0; time < IDLE_SWEEPS; time++) {
      if (sweep.sweepBatch()) {
        throw new IllegalStateException("a full batch was due at " + now);
      }
    }
  }

  private void sweepAll() {
    var more = true;
    while (more) {
      more = sweep.sweepBatch();
    }
  }

  private void requireTold() {
    var told = sql.query("select count(*) from outbox", row -> row.getInt(1)).getFirst();
    new Rows(database).forgetNews();
    if (told != DUE) {
      throw new IllegalStateException(told + " told of " + DUE);
    }
  }
}
