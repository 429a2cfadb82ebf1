package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
import io.caseclock.monitor.jdbc.SettledFindings;
import io.caseclock.monitor.list.FreezeLists;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Freezes the lists for the meetings, and ends the findings whose dead letters are settled. */
@ApplicationScoped
public class ListsJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(ListsJob.class);

  private final FreezeLists freeze;
  private final SettledFindings settled;
  private final MeterRegistry metrics;

  ListsJob(FreezeLists freeze, SettledFindings settled, MeterRegistry metrics) {
    this.freeze = freeze;
    this.settled = settled;
    this.metrics = metrics;
  }

  @Scheduled(every = "${caseclock.lists.every}", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    JobRound.run("lists not frozen", this::freeze);
  }

  private void freeze() {
    settled.end();
    var made = freeze.run();
    if (made > 0) {
      metrics.counter("caseclock.monitor.lists.frozen").increment(made);
      LOGGER.atInfo().addKeyValue("count", made).log("lists frozen for meetings");
    }
  }
}
