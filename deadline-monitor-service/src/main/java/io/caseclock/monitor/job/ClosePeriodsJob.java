package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
import io.caseclock.monitor.closing.ClosePeriods;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks whether the time of a period has come, and tells its numbers. */
@ApplicationScoped
public class ClosePeriodsJob {

  private final ClosePeriods close;
  private final MeterRegistry metrics;

  ClosePeriodsJob(ClosePeriods close, MeterRegistry metrics) {
    this.close = close;
    this.metrics = metrics;
  }

  @Scheduled(every = "${caseclock.closing.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    var timer = Timer.start(metrics);
    var isDone =
        JobRound.run(
            "periods not closed",
            () -> metrics.counter("caseclock.monitor.periods.closed").increment(close.run()));
    timer.stop(metrics.timer("caseclock.monitor.closing", "outcome", isDone ? "done" : "failed"));
  }
}
