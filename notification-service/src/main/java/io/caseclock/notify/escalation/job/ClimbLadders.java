package io.caseclock.notify.escalation.job;

import io.caseclock.notify.escalation.Escalate;
import io.caseclock.notify.escalation.EscalationSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Takes the steps that are due, batch after batch. */
@ApplicationScoped
public class ClimbLadders {

  private final Escalate escalate;
  private final EscalationSettings settings;
  private final InstantSource clock;

  @Inject
  ClimbLadders(Escalate escalate, EscalationSettings settings, InstantSource clock) {
    this.escalate = escalate;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      every = "${caseclock.escalation.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    int climbed;
    do {
      climbed =
          QuarkusTransaction.requiringNew()
              .call(() -> escalate.climb(settings.batch(), clock.instant()));
    } while (climbed == settings.batch());
  }
}
