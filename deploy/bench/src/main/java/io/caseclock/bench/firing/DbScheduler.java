package io.caseclock.bench.firing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.caseclock.bench.firing.OutboxRows.Model;
import io.caseclock.jdbc.Sql;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** One-time tasks of db-scheduler, set up as its documents tell for much at once. */
final class DbScheduler implements Side {

  /** How it finds what is due. */
  enum Polling {
    LOCK_AND_FETCH,
    FETCH
  }

  private static final String TASK = "fire";
  private static final String TABLE =
      """
      create table if not exists scheduled_tasks (
        task_name text not null,
        task_instance text not null,
        task_data bytea,
        execution_time timestamp with time zone,
        picked boolean not null,
        picked_by text,
        last_success timestamp with time zone,
        last_failure timestamp with time zone,
        consecutive_failures int,
        last_heartbeat timestamp with time zone,
        version bigint not null,
        priority smallint,
        state text,
        primary key (task_name, task_instance)
      )
      """;

  private final DataSource database;
  private final Model model;
  private final Polling polling;
  private final int threads;
  private final Kept kept;

  DbScheduler(DataSource database, Model model, Polling polling, int threads) {
    this.database = database;
    this.model = model;
    this.polling = polling;
    this.threads = threads;
    this.kept = new Kept(database, List.of(new Kept.Table("scheduled_tasks", "task_instance")));
  }

  @Override
  public String name() {
    var how = polling == Polling.FETCH ? "fetch" : "lock-and-fetch";
    return "db-scheduler, %s, %d threads".formatted(how, threads);
  }

  @Override
  public void setUp() {
    var sql = new Sql(database);
    sql.update(TABLE);
    sql.update("create index if not exists execution_time_idx on scheduled_tasks (execution_time)");
    sql.update("create index if not exists last_heartbeat_idx on scheduled_tasks (last_heartbeat)");
    sql.update("truncate scheduled_tasks");
    sql.update(
        "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
            + " select '"
            + TASK
            + "', case_id, timestamptz '2026-01-01 00:00+00', false, 1 from deadline");
    kept.keep();
  }

  @Override
  public void makeDue(int cases) {
    kept.bringBackUnannounced(cases);
  }

  @Override
  public Fired fire(int cases, Duration longest) throws InterruptedException {
    var body = new Body(database, model);
    var scheduler = polled(builder(body)).build();
    scheduler.start();
    try {
      return body.await(cases, longest);
    } finally {
      scheduler.stop();
    }
  }

  /**
   * What a killed process had picked is due again after four beats of the heart, not of minutes.
   */
  private SchedulerBuilder builder(Body body) {
    return Scheduler.create(
            database,
            Tasks.oneTime(TASK).execute((instance, context) -> body.tell(instance.getId())))
        .schedulerName(new SchedulerName.Fixed("firing-" + UUID.randomUUID()))
        .threads(threads)
        .pollingInterval(Duration.ofMillis(100))
        .heartbeatInterval(Duration.ofSeconds(1))
        .missedHeartbeatsLimit(4)
        .shutdownMaxWait(Duration.ofSeconds(5));
  }

  private SchedulerBuilder polled(SchedulerBuilder builder) {
    return polling == Polling.FETCH
        ? builder.pollUsingFetch(0.5, 3.0)
        : builder.pollUsingLockAndFetch(1.0, 4.0);
  }

  @Override
  public long left() {
    return new Sql(database)
        .query("select count(*) from scheduled_tasks", row -> row.getLong(1))
        .getFirst();
  }
}
