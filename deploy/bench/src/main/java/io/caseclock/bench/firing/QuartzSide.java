package io.caseclock.bench.firing;

import io.caseclock.bench.console.Copies;
import io.caseclock.bench.firing.OutboxRows.Model;
import io.caseclock.jdbc.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Triggers of Quartz in its clustered JDBC store, as many taken at once as there are threads. */
final class QuartzSide implements Side {

  private static final String NAME = "firing";
  private static final Instant DUE_AT = Instant.parse("2026-01-01T00:00:00Z");

  private final DataSource database;
  private final Model model;
  private final int threads;
  private final Kept kept;

  QuartzSide(DataSource database, Model model, int threads) {
    this.database = database;
    this.model = model;
    this.threads = threads;
    this.kept =
        new Kept(
            database,
            List.of(
                new Kept.Table("qrtz_job_details", "job_name"),
                new Kept.Table("qrtz_triggers", "trigger_name"),
                new Kept.Table("qrtz_simple_triggers", "trigger_name"),
                new Kept.Table("qrtz_fired_triggers", "entry_id"),
                new Kept.Table("qrtz_scheduler_state", "instance_name")));
  }

  /** Only its name is stored; what is run is made by the scheduler's factory of jobs. */
  public static final class FireJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
      throw new IllegalStateException("made by nobody");
    }
  }

  /** Connections of the pool that all sides use. */
  private record Pooled(DataSource database) implements ConnectionProvider {

    @Override
    public Connection getConnection() throws SQLException {
      return database.getConnection();
    }

    @Override
    public void initialize() {}

    @Override
    public void shutdown() {}
  }

  @Override
  public String name() {
    return "Quartz, clustered, batches of %d, %d threads".formatted(threads, threads);
  }

  @Override
  public void setUp() throws Exception {
    try (var connection = database.getConnection()) {
      var copies = new Copies(connection);
      copies.run(tables());
      scheduleOne();
      for (var table : List.of("qrtz_triggers", "qrtz_simple_triggers")) {
        copies.of(
            "public." + table,
            table + " t join deadline d on d.case_id <> t.trigger_name",
            "'trigger_name', d.case_id");
        // else each row of the next one is checked against all of these, one by one
        copies.run("analyze " + table);
      }
    }
    kept.keep();
  }

  private static String tables() throws IOException {
    try (var script =
        Objects.requireNonNull(
            JobStoreTX.class.getResourceAsStream("tables_postgres.sql"), "the tables of Quartz")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void scheduleOne() throws SchedulerException {
    var scheduler = scheduler();
    scheduler.scheduleJob(
        JobBuilder.newJob(FireJob.class)
            .withIdentity("fire")
            .storeDurably()
            .requestRecovery(true)
            .build(),
        TriggerBuilder.newTrigger()
            .withIdentity(DueCases.id(0))
            .startAt(Date.from(DUE_AT))
            .build());
    scheduler.shutdown();
  }

  private Scheduler scheduler() throws SchedulerException {
    DBConnectionManager.getInstance().addConnectionProvider(NAME, new Pooled(database));
    var settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", NAME);
    settings.setProperty("org.quartz.scheduler.instanceId", UUID.randomUUID().toString());
    settings.setProperty(
        "org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(threads));
    settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
    settings.setProperty("org.quartz.jobStore.class", JobStoreTX.class.getName());
    settings.setProperty(
        "org.quartz.jobStore.driverDelegateClass",
        "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    settings.setProperty("org.quartz.jobStore.dataSource", NAME);
    settings.setProperty("org.quartz.jobStore.isClustered", "true");
    settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
    // what has been due for long is no misfire here, but what is measured
    settings.setProperty(
        "org.quartz.jobStore.misfireThreshold", Long.toString(Duration.ofDays(3650).toMillis()));
    return new StdSchedulerFactory(settings).getScheduler();
  }

  @Override
  public void makeDue(int cases) {
    kept.bringBackUnannounced(cases);
  }

  @Override
  public Fired fire(int cases, Duration longest) throws Exception {
    var body = new Body(database, model);
    var scheduler = scheduler();
    scheduler.setJobFactory((bundle, any) -> context -> body.tell(caseOf(context)));
    scheduler.start();
    try {
      return body.await(cases, longest);
    } finally {
      scheduler.shutdown(true);
    }
  }

  private static String caseOf(JobExecutionContext context) {
    return context.isRecovering()
        ? context.getRecoveringTriggerKey().getName()
        : context.getTrigger().getKey().getName();
  }

  @Override
  public long left() {
    return new Sql(database)
        .query(
            "select (select count(*) from qrtz_triggers) + (select count(*) from"
                + " qrtz_fired_triggers)",
            row -> row.getLong(1))
        .getFirst();
  }
}
