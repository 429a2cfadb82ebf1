package io.caseclock.monitor.job;

import io.caseclock.monitor.lag.Heartbeat;
import io.caseclock.rest.Problems;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes every half minute that this replica runs. */
@ApplicationScoped
public class HeartbeatJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(HeartbeatJob.class);

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
    try {
      if (hasBegun) {
        heartbeat.beat(clock.instant());
      } else {
        heartbeat.begin(clock.instant(), SHORTEST_OUTAGE);
        hasBegun = true;
      }
    } catch (RuntimeException e) {
      var level = Problems.isTransient(e) ? LOGGER.atWarn() : LOGGER.atError().setCause(e);
      level.addKeyValue("reason", String.valueOf(e.getMessage())).log("heartbeat not noted");
    }
  }
}
