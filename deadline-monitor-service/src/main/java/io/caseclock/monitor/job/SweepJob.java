package io.caseclock.monitor.job;

import io.caseclock.monitor.alarm.SweepAll;
import io.caseclock.monitor.watch.EvaluateDueCases;
import io.caseclock.rest.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Evaluates what time alone has moved and sweeps until nothing is due, every so often; a database
 * that is away only skips a round.
 */
@ApplicationScoped
public class SweepJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(SweepJob.class);

  private final EvaluateDueCases evaluate;
  private final SweepAll sweep;
  private final MeterRegistry metrics;

  SweepJob(EvaluateDueCases evaluate, SweepAll sweep, MeterRegistry metrics) {
    this.evaluate = evaluate;
    this.sweep = sweep;
    this.metrics = metrics;
  }

  @Scheduled(every = "${caseclock.sweep.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    var timer = Timer.start(metrics);
    try {
      whileMore(evaluate::evaluateBatch);
      sweep.sweep();
      timer.stop(metrics.timer("caseclock.monitor.sweep", "outcome", "done"));
    } catch (RuntimeException e) {
      timer.stop(metrics.timer("caseclock.monitor.sweep", "outcome", "failed"));
      var level = Problems.isTransient(e) ? LOGGER.atWarn() : LOGGER.atError().setCause(e);
      level.addKeyValue("reason", String.valueOf(e.getMessage())).log("sweep failed");
    }
  }

  private static void whileMore(BooleanSupplier batch) {
    var more = true;
    while (more) {
      more = batch.getAsBoolean();
    }
  }
}
