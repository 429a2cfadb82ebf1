package io.caseclock.notify.signin.job;

import io.caseclock.notify.signin.OpenStreams;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** As often as there is a look for news. */
@ApplicationScoped
public class CloseStreams {

  private final OpenStreams streams;

  @Inject
  CloseStreams(OpenStreams streams) {
    this.streams = streams;
  }

  @Scheduled(
      every = "${caseclock.inbox.poll-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    streams.closeEnded();
  }
}
