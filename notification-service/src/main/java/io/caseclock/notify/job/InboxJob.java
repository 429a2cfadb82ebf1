package io.caseclock.notify.job;

import io.caseclock.job.JobRound;
import io.caseclock.notify.inbox.LiveInbox;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;

/** Looks for new messages on behalf of the streams that are open. */
@ApplicationScoped
public class InboxJob {

  private final LiveInbox live;

  @Inject
  InboxJob(LiveInbox live) {
    this.live = live;
  }

  @Scheduled(
      every = "${caseclock.inbox.poll-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void run() {
    if (live.readers() > 0) {
      JobRound.run("inboxes not looked at", live::poll);
    }
  }
}
