package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
import io.caseclock.retention.job.RetentionRun;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Deletes once an hour what was kept long enough. */
@ApplicationScoped
public class RetentionJob {

  private final RetentionRun run;

  RetentionJob(RetentionRun run) {
    this.run = run;
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    JobRound.run("old data not deleted", run::run);
  }
}
