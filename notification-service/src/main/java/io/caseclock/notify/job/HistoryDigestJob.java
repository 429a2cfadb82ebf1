package io.caseclock.notify.job;

import io.caseclock.job.JobRound;
import io.caseclock.notify.history.TellDigest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/**
 * Tells of digests of which not every breach arrived; a rarity, since lost records are put back.
 */
@ApplicationScoped
public class HistoryDigestJob {

  private static final int BATCH = 10;

  private final TellDigest tellDigest;
  private final InstantSource clock;

  @Inject
  HistoryDigestJob(TellDigest tellDigest, InstantSource clock) {
    this.tellDigest = tellDigest;
    this.clock = clock;
  }

  @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    JobRound.run("stalled digests not told", this::tellAll);
  }

  private void tellAll() {
    int told;
    do {
      told =
          QuarkusTransaction.requiringNew()
              .call(() -> tellDigest.tellStalled(BATCH, clock.instant()));
    } while (told == BATCH);
  }
}
