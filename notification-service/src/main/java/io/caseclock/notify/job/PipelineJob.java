package io.caseclock.notify.job;

import io.caseclock.notify.pipeline.PipelineSettings;
import io.caseclock.notify.pipeline.ProcessMailboxes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Sorts batch after batch of mailboxes while anything is ready. */
@ApplicationScoped
public class PipelineJob {

  private final ProcessMailboxes pipeline;
  private final PipelineSettings settings;
  private final InstantSource clock;

  @Inject
  PipelineJob(ProcessMailboxes pipeline, PipelineSettings settings, InstantSource clock) {
    this.pipeline = pipeline;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(every = "${caseclock.pipeline.every}", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    int sorted;
    do {
      sorted =
          QuarkusTransaction.requiringNew()
              .call(() -> pipeline.run(settings.mailboxes(), clock.instant()));
    } while (sorted == settings.mailboxes());
  }
}
