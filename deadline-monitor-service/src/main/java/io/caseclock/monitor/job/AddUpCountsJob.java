package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
import io.caseclock.monitor.statistics.RollUps;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Adds up what was counted since the last time; builds the roll-ups where there never were any. */
@ApplicationScoped
public class AddUpCountsJob {

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
    var isDone = JobRound.run("counts not added up", this::untilNothingIsLeft);
    timer.stop(
        metrics.timer("caseclock.monitor.counts.adding.up", "outcome", isDone ? "done" : "failed"));
  }

  private void untilNothingIsLeft() {
    if (!rollUps.areBuilt()) {
      rollUps.rebuild(clock.instant());
    }
    var added = BATCH;
    while (added == BATCH) {
      added = rollUps.addUp(BATCH);
      metrics.counter("caseclock.monitor.counts.added.up").increment(added);
    }
  }
}
