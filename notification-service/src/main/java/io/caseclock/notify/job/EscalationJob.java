package io.caseclock.notify.job;

import io.caseclock.job.JobRound;
import io.caseclock.notify.escalation.Escalate;
import io.caseclock.notify.escalation.EscalationSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Takes the due steps of escalations, batch after batch. */
@ApplicationScoped
public class EscalationJob {

  private final Escalate escalate;
  private final EscalationSettings settings;
  private final InstantSource clock;

  @Inject
  EscalationJob(Escalate escalate, EscalationSettings settings, InstantSource clock) {
    this.escalate = escalate;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(
      every = "${caseclock.escalation.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    JobRound.run("due steps not taken", this::takeAll);
  }

  private void takeAll() {
    int taken;
    do {
      taken =
          QuarkusTransaction.requiringNew()
              .call(() -> escalate.takeDueSteps(settings.batch(), clock.instant()));
    } while (taken == settings.batch());
  }
}
