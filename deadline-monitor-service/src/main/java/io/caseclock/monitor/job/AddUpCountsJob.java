package io.caseclock.monitor.job;

import io.caseclock.monitor.statistics.RollUps;
import io.caseclock.rest.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up what was counted since the last time; builds the roll-ups where there never were any. */
@ApplicationScoped
public class AddUpCountsJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(AddUpCountsJob.class);

  private static final int BATCH = 20_000;

  private final RollUps rollUps;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  AddUpCountsJob(RollUps rollUps, InstantSource clock, MeterRegistry metrics) {
    this.rollUps = rollUps;
    this.clock = clock;
    this.metrics = metrics;
  }

  @Scheduled(
      every = "${caseclock.statistics.add-up-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void addUp() {
    var timer = Timer.start(metrics);
    try {
      if (!rollUps.areBuilt()) {
        rollUps.rebuild(clock.instant());
      }
      var added = BATCH;
      while (added == BATCH) {
        added = rollUps.addUp(BATCH);
        metrics.counter("caseclock.monitor.counts.added.up").increment(added);
      }
      timer.stop(metrics.timer("caseclock.monitor.counts.adding.up", "outcome", "done"));
    } catch (RuntimeException e) {
      timer.stop(metrics.timer("caseclock.monitor.counts.adding.up", "outcome", "failed"));
      var level = Problems.isTransient(e) ? LOGGER.atWarn() : LOGGER.atError().setCause(e);
      level.addKeyValue("reason", String.valueOf(e.getMessage())).log("counts not added up");
    }
  }
}
