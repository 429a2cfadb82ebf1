package io.caseclock.bench.firing;

import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.alarm.SweepAll;
import io.caseclock.monitor.alarm.SweepDue;
import io.caseclock.monitor.jdbc.JdbcDueDeadlines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** The monitor's own sweep, with the classes and the batch that the service runs with. */
final class Sweeper implements Side {

  /** As {@code caseclock.sweep.batch-size} is where nobody sets it. */
  static final int BATCH = 500;

  /** As {@code caseclock.sweep.workers} is where nobody sets it. */
  static final int WORKERS = 2;

  /** Which stage has come, and what the outbox calls it. */
  enum Stage {
    WARNING("deadline-approaching", "2026-03-30T02:00:00Z"),
    BREACH("deadline-breached", "2026-04-20T02:00:00Z");

    private final String type;
    private final Instant at;

    Stage(String type, String at) {
      this.type = type;
      this.at = Instant.parse(at);
    }
  }

  private final DataSource database;
  private final Stage stage;
  private final Kept kept;

  Sweeper(DataSource database, Stage stage) {
    this.database = database;
    this.stage = stage;
    this.kept =
        new Kept(
            database,
            List.of(new Kept.Table("deadline", "case_id"), new Kept.Table("alarm", "case_id")));
  }

  @Override
  public String name() {
    return switch (stage) {
      case WARNING -> "CaseClock, warnings";
      case BREACH -> "CaseClock, breaches with their trace";
    };
  }

  @Override
  public void setUp() {
    kept.keep();
  }

  @Override
  public void makeDue(int cases) {
    kept.bringBack(cases);
  }

  @Override
  public Fired fire(int cases, Duration longest) {
    var began = System.nanoTime();
    InstantSource untilTimeIsOver =
        () -> System.nanoTime() - began < longest.toNanos() ? stage.at : Instant.EPOCH;
    var sweep = new SweepDue(new JdbcDueDeadlines(database), DueCases.LAW, untilTimeIsOver, BATCH);
    new SweepAll(sweep, WORKERS).sweep();
    var took = System.nanoTime() - began;
    return checked(new Fired(OutboxRows.count(database), took));
  }

  /** Every row is of the stage, and a breach tells how it came about. */
  private Fired checked(Fired fired) {
    var right =
        OutboxRows.holding(database, stage.type, stage == Stage.BREACH ? "\"trace\":[{" : "");
    if (right != fired.deadlines()) {
      throw new IllegalStateException(name() + ": " + right + " of " + fired.deadlines());
    }
    return fired;
  }

  @Override
  public long left() {
    return new Sql(database)
        .query("select count(*) from alarm where next_at <= ?", row -> row.getLong(1), stage.at)
        .getFirst();
  }
}
