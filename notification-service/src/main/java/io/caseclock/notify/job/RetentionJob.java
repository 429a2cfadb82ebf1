package io.caseclock.notify.job;

import io.caseclock.job.JobRound;
import io.caseclock.retention.job.RetentionRun;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Deletes once an hour what was kept long enough. */
@ApplicationScoped
public class RetentionJob {

  private final RetentionRun run;

  @Inject
  RetentionJob(RetentionRun run) {
    this.run = run;
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    JobRound.run("old data not deleted", run::run);
  }
}
