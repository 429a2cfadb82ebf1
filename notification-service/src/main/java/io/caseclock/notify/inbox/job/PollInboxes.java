package io.caseclock.notify.inbox.job;

import io.caseclock.notify.inbox.LiveInbox;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/** Looks for news of those who read along. */
@ApplicationScoped
public class PollInboxes {

  private final LiveInbox live;

  @Inject
  PollInboxes(LiveInbox live) {
    this.live = live;
  }

  @Scheduled(
      every = "${caseclock.inbox.poll-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void run() {
    if (live.readers() > 0) {
      live.poll();
    }
  }
}
