package io.caseclock.bench.firing;

import io.caseclock.bench.firing.OutboxRows.Model;
import io.caseclock.jdbc.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobDetails;
import org.jobrunr.jobs.JobParameter;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.jobs.states.ScheduledState;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;

/** Scheduled jobs of JobRunr, at its shortest interval and with the workers it takes by itself. */
final class JobRunrSide implements Side {

  private static final int POLL_SECONDS = 5;
  private static final int SAVED_AT_ONCE = 1_000;
  private static final Instant DUE_AT = Instant.parse("2026-01-01T00:00:00Z");

  private final DataSource database;
  private final Model model;
  private final int cases;
  private final Kept kept;

  JobRunrSide(DataSource database, Model model, int cases) {
    this.database = database;
    this.model = model;
    this.cases = cases;
    this.kept =
        new Kept(
            database,
            List.of(
                new Kept.Table("jobrunr_jobs", "id"),
                new Kept.Table("jobrunr_backgroundjobservers", "id")));
  }

  /** What a job calls. */
  public static final class Handler {

    private final Body body;

    Handler(Body body) {
      this.body = body;
    }

    public void fire(String caseId) {
      body.tell(caseId);
    }
  }

  @Override
  public String name() {
    return "JobRunr, its own number of workers";
  }

  @Override
  public void setUp() {
    var storage = storage();
    var ids = DueCases.ids(cases);
    for (var from = 0; from < ids.size(); from += SAVED_AT_ONCE) {
      storage.save(
          ids.subList(from, Math.min(ids.size(), from + SAVED_AT_ONCE)).stream()
              .map(JobRunrSide::job)
              .toList());
    }
    kept.keep();
  }

  private static Job job(String caseId) {
    var details =
        new JobDetails(
            Handler.class.getName(), null, "fire", List.of(new JobParameter(String.class, caseId)));
    details.setCacheable(true);
    return new Job(details, new ScheduledState(DUE_AT));
  }

  private PostgresStorageProvider storage() {
    var storage = new PostgresStorageProvider(database);
    storage.setJobMapper(new JobMapper(new JacksonJsonMapper()));
    return storage;
  }

  @Override
  public void makeDue(int cases) {
    kept.bringBackUnannounced(cases);
  }

  @Override
  public Fired fire(int cases, Duration longest) throws InterruptedException {
    var body = new Body(database, model);
    var handler = new Handler(body);
    JobRunr.configure()
        .useJsonMapper(new JacksonJsonMapper())
        .useStorageProvider(storage())
        .useJobActivator(
            new org.jobrunr.server.JobActivator() {
              @Override
              public <T> T activateJob(Class<T> type) {
                return type.cast(handler);
              }
            })
        .useBackgroundJobServer(
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andPollIntervalInSeconds(POLL_SECONDS)
                .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(Duration.ofSeconds(2)))
        .initialize();
    try {
      return body.await(cases, longest);
    } finally {
      JobRunr.destroy();
    }
  }

  @Override
  public long left() {
    return new Sql(database)
        .query(
            "select count(*) from jobrunr_jobs where state in ('SCHEDULED', 'ENQUEUED',"
                + " 'PROCESSING')",
            row -> row.getLong(1))
        .getFirst();
  }
}
