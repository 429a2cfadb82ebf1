package io.caseclock.notify.job;

import io.caseclock.job.WakingLoop;
import io.caseclock.notify.message.MessagesQueued;
import io.caseclock.notify.pipeline.PipelineSettings;
import io.caseclock.notify.pipeline.ProcessMailboxes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sorts batch after batch of mailboxes while anything is ready: when this replica has put something
 * into one, when one becomes ready by itself, and every so often.
 */
@ApplicationScoped
public class PipelineJob {

  private static final String EVERY = "caseclock.pipeline.every";

  /** What is put into mailboxes one after another is sorted in one transaction. */
  private static final Duration REST = Duration.ofMillis(50);

  private final ProcessMailboxes pipeline;
  private final PipelineSettings settings;
  private final InstantSource clock;
  private final WakingLoop loop;

  @Inject
  PipelineJob(
      ProcessMailboxes pipeline,
      PipelineSettings settings,
      InstantSource clock,
      @ConfigProperty(name = EVERY) Duration every) {
    this.pipeline = pipeline;
    this.settings = settings;
    this.clock = clock;
    this.loop = new WakingLoop(EVERY, "pipeline", this::sort, REST, every);
  }

  void start(@Observes StartupEvent started) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent stopping) {
    loop.close();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesQueued queued) {
    loop.wake();
  }

  private Duration sort() {
    run();
    return pipeline.untilNextIsReady(clock.instant()).orElse(WakingLoop.NEVER);
  }

  @ActivateRequestContext
  public void run() {
    int sorted;
    do {
      sorted =
          QuarkusTransaction.requiringNew()
              .call(() -> pipeline.run(settings.mailboxes(), clock.instant()));
    } while (sorted == settings.mailboxes());
  }
}
