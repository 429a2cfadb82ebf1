package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
import io.caseclock.monitor.lag.Heartbeat;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Notes every half minute that this replica runs. */
@ApplicationScoped
public class HeartbeatJob {

  /** A restart is no outage. */
  private static final Duration SHORTEST_OUTAGE = Duration.ofMinutes(5);

  private final Heartbeat heartbeat;
  private final InstantSource clock;

  // written by the job alone, which never runs twice at once
  private volatile boolean hasBegun;

  HeartbeatJob(Heartbeat heartbeat, InstantSource clock) {
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
  void beat() {
    JobRound.run("heartbeat not noted", this::note);
  }

  private void note() {
    if (hasBegun) {
      heartbeat.beat(clock.instant());
    } else {
      heartbeat.begin(clock.instant(), SHORTEST_OUTAGE);
      hasBegun = true;
    }
  }
}
