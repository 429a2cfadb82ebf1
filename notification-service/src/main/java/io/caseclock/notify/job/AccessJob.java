package io.caseclock.notify.job;

import io.caseclock.job.JobRound;
import io.caseclock.notify.level.TellOwed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells of accesses in need once a supervisor is known; a rarity, as where the directory is read
 * anew.
 */
@ApplicationScoped
public class AccessJob {

  private static final int BATCH = 100;

  private final TellOwed tellOwed;
  private final InstantSource clock;

  @Inject
  AccessJob(TellOwed tellOwed, InstantSource clock) {
    this.tellOwed = tellOwed;
    this.clock = clock;
  }

  @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    JobRound.run("accesses not told", this::tellAll);
  }

  private void tellAll() {
    Optional<UUID> last = Optional.empty();
    do {
      var after = last.orElse(null);
      last =
          QuarkusTransaction.requiringNew()
              .call(() -> tellOwed.tell(after, BATCH, clock.instant()));
    } while (last.isPresent());
  }
}
