package io.caseclock.monitor.job;

import io.caseclock.monitor.closing.ClosePeriods;
import io.caseclock.rest.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks whether the time of a period has come, and tells its numbers. */
@ApplicationScoped
public class ClosePeriodsJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(ClosePeriodsJob.class);

  private final ClosePeriods close;
  private final MeterRegistry metrics;

  ClosePeriodsJob(ClosePeriods close, MeterRegistry metrics) {
    this.close = close;
    this.metrics = metrics;
  }

  @Scheduled(every = "${caseclock.closing.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    var timer = Timer.start(metrics);
    try {
      metrics.counter("caseclock.monitor.periods.closed").increment(close.run());
      timer.stop(metrics.timer("caseclock.monitor.closing", "outcome", "done"));
    } catch (RuntimeException e) {
      timer.stop(metrics.timer("caseclock.monitor.closing", "outcome", "failed"));
      var level = Problems.isTransient(e) ? LOGGER.atWarn() : LOGGER.atError().setCause(e);
      level.addKeyValue("reason", String.valueOf(e.getMessage())).log("periods not closed");
    }
  }
}
