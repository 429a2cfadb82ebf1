package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
import io.caseclock.monitor.level.CaseLevels;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Tells who may see which case, where a former version set it and told nobody. */
@ApplicationScoped
public class TellLevelsJob {

  private static final int BATCH = 100;

  private final CaseLevels levels;
  private final InstantSource clock;

  TellLevelsJob(CaseLevels levels, InstantSource clock) {
    this.levels = levels;
    this.clock = clock;
  }

  @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
  void tell() {
    JobRound.run("levels of cases not told", this::untilNothingIsLeft);
  }

  private void untilNothingIsLeft() {
    var told = BATCH;
    while (told == BATCH) {
      told = levels.tellUntold(BATCH, clock.instant());
    }
  }
}
