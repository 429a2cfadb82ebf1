package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
import io.caseclock.monitor.revision.ApplyLaw;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves what is open once a new pack or calendar came with this service. */
@ApplicationScoped
public class ApplyLawJob {

  private final ApplyLaw applyLaw;
  private final MeterRegistry metrics;

  ApplyLawJob(ApplyLaw applyLaw, MeterRegistry metrics) {
    this.applyLaw = applyLaw;
    this.metrics = metrics;
  }

  @Scheduled(every = "${caseclock.law.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void apply() {
    JobRound.run(
        "law not applied",
        () -> metrics.counter("caseclock.monitor.law.moved").increment(applyLaw.apply()));
  }
}
