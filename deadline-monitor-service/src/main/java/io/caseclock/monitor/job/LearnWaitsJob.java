package io.caseclock.monitor.job;

import io.caseclock.monitor.lag.LearnedWaits;
import io.caseclock.rest.Problems;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges with the other replicas what was learned of the sources. */
@ApplicationScoped
public class LearnWaitsJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(LearnWaitsJob.class);

  private final LearnedWaits waits;

  LearnWaitsJob(LearnedWaits waits) {
    this.waits = waits;
  }

  @Scheduled(
      every = "${caseclock.sweep.learn-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void exchange() {
    try {
      waits.exchange();
    } catch (RuntimeException e) {
      var level = Problems.isTransient(e) ? LOGGER.atWarn() : LOGGER.atError().setCause(e);
      level.addKeyValue("reason", String.valueOf(e.getMessage())).log("waits not exchanged");
    }
  }
}
