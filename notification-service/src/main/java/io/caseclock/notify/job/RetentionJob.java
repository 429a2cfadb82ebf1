package io.caseclock.notify.job;

import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditLog;
import io.caseclock.job.JobRound;
import io.caseclock.notify.retention.EvidencePurge.PurgedCase;
import io.caseclock.notify.retention.PurgeEvidence;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what was kept long enough, and says of which cases. */
@ApplicationScoped
public class RetentionJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(RetentionJob.class);
  private static final Actor SERVICE = new Actor("notification-service", null, List.of(), null);
  private static final String OPERATION = "PURGE /cases/{caseId}/old-evidence";
  private static final int DONE = 200;

  private final PurgeEvidence purge;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Counter cases;

  @Inject
  RetentionJob(PurgeEvidence purge, AuditLog audit, InstantSource clock, MeterRegistry meters) {
    this.purge = purge;
    this.audit = audit;
    this.clock = clock;
    this.cases =
        Counter.builder("caseclock.retention.purged")
            .description("Cases of which a kind of data was deleted, kept long enough")
            .tag("kind", "evidence")
            .register(meters);
  }

  /** Told from the start, not from the first round on. */
  void countPurges(@Observes StartupEvent started) {
    cases.increment(0);
  }

  @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    if (purge.isOn()) {
      JobRound.run("old evidence not deleted", this::purgeAll);
    }
  }

  private void purgeAll() {
    var run = UUID.randomUUID().toString();
    var files = 0L;
    var purged = purge.next(clock.instant());
    while (!purged.isEmpty()) {
      purged.forEach(one -> keep(one, run));
      files += purged.stream().mapToLong(PurgedCase::files).sum();
      purged = purge.next(clock.instant());
    }
    LOGGER.atInfo().addKeyValue("files", files).addKeyValue("run", run).log("old evidence deleted");
  }

  private void keep(PurgedCase one, String run) {
    cases.increment();
    audit.keep(
        new AuditEntry(
            clock.instant(), SERVICE, OPERATION, Map.of("caseId", one.caseId()), DONE, run));
  }
}
