package io.caseclock.notify.job;

import io.caseclock.job.JobRound;
import io.caseclock.notify.signin.OpenStreams;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Closes the streams of those who have signed out or whose token has ended. */
@ApplicationScoped
public class StreamsJob {

  private final OpenStreams streams;

  @Inject
  StreamsJob(OpenStreams streams) {
    this.streams = streams;
  }

  @Scheduled(
      every = "${caseclock.inbox.poll-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    JobRound.run("ended streams not closed", streams::closeEnded);
  }
}
