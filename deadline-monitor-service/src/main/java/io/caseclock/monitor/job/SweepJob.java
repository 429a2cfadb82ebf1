package io.caseclock.monitor.job;

import io.caseclock.job.WakingLoop;
import io.caseclock.monitor.alarm.SweepAll;
import io.caseclock.monitor.watch.EvaluateDueCases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Evaluates what time alone has moved and sweeps until nothing is due: when the next alarm is due,
 * and every so often. A database that is away only skips a round.
 */
@ApplicationScoped
public class SweepJob {

  private static final String EVERY = "caseclock.sweep.every";

  /** What becomes due one after another is told in one transaction. */
  private static final Duration REST = Duration.ofMillis(50);

  private final EvaluateDueCases evaluate;
  private final SweepAll sweep;
  private final MeterRegistry metrics;
  private final Timer done;
  private final Timer failed;
  private final WakingLoop loop;

  SweepJob(
      EvaluateDueCases evaluate,
      SweepAll sweep,
      MeterRegistry metrics,
      @ConfigProperty(name = EVERY) Duration every) {
    this.evaluate = evaluate;
    this.sweep = sweep;
    this.metrics = metrics;
    this.done = metrics.timer("caseclock.monitor.sweep", "outcome", "done");
    this.failed = metrics.timer("caseclock.monitor.sweep", "outcome", "failed");
    this.loop = new WakingLoop(EVERY, "sweep", this::sweep, REST, every);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent stopping) {
    loop.close();
  }

  private Duration sweep() {
    var timer = Timer.start(metrics);
    var outcome = failed;
    try {
      whileMore(evaluate::evaluateBatch);
      sweep.sweep();
      outcome = done;
    } finally {
      timer.stop(outcome);
    }
    return sweep.untilNextIsDue().orElse(WakingLoop.NEVER);
  }

  private static void whileMore(BooleanSupplier batch) {
    var more = true;
    while (more) {
      more = batch.getAsBoolean();
    }
  }
}
