package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
import io.caseclock.monitor.lag.LearnedWaits;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Exchanges with the other replicas what was learned of the sources. */
@ApplicationScoped
public class LearnWaitsJob {

  private final LearnedWaits waits;

  LearnWaitsJob(LearnedWaits waits) {
    this.waits = waits;
  }

  @Scheduled(
      every = "${caseclock.sweep.learn-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void exchange() {
    JobRound.run("waits not exchanged", waits::exchange);
  }
}
