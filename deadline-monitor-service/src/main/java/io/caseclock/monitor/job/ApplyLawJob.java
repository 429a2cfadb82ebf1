package io.caseclock.monitor.job;

import io.caseclock.monitor.revision.ApplyLaw;
import io.caseclock.rest.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves what is open once a new pack or calendar came with this service. */
@ApplicationScoped
public class ApplyLawJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(ApplyLawJob.class);

  private final ApplyLaw applyLaw;
  private final MeterRegistry metrics;

  ApplyLawJob(ApplyLaw applyLaw, MeterRegistry metrics) {
    this.applyLaw = applyLaw;
    this.metrics = metrics;
  }

  @Scheduled(every = "${caseclock.law.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void apply() {
    try {
      var moved = applyLaw.apply();
      metrics.counter("caseclock.monitor.law.moved").increment(moved);
    } catch (RuntimeException e) {
      var level = Problems.isTransient(e) ? LOGGER.atWarn() : LOGGER.atError().setCause(e);
      level.addKeyValue("reason", String.valueOf(e.getMessage())).log("law not applied");
    }
  }
}
