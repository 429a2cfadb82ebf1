package io.caseclock.retention.job;

import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditLog;
import io.caseclock.retention.Purge.PurgedCase;
import io.caseclock.retention.PurgeOld;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what was kept long enough, and says of which cases. */
public final class RetentionRun {

  private static final Logger LOGGER = LoggerFactory.getLogger(RetentionRun.class);
  private static final int DONE = 200;

  private final Actor service;
  private final List<PurgeOld> kinds;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Map<String, Counter> cases;
  private volatile Instant doneAt;

  /**
   * @param service the account in the audit log
   * @param kinds one after the other, in this order
   */
  public RetentionRun(
      String service,
      List<PurgeOld> kinds,
      AuditLog audit,
      InstantSource clock,
      MeterRegistry meters) {
    this.service = new Actor(service, null, List.of(), null);
    this.kinds = List.copyOf(kinds);
    this.audit = audit;
    this.clock = clock;
    this.doneAt = clock.instant();
    this.cases =
        kinds.stream()
            .map(PurgeOld::kind)
            .collect(Collectors.toMap(Function.identity(), kind -> counter(kind, meters)));
    Gauge.builder("caseclock.retention.since", this, RetentionRun::secondsSinceDone)
        .baseUnit("seconds")
        .description("Since everything that was kept long enough was deleted, or since the start")
        .register(meters);
  }

  private double secondsSinceDone() {
    return Duration.between(doneAt, clock.instant()).toSeconds();
  }

  private static Counter counter(String kind, MeterRegistry meters) {
    return Counter.builder("caseclock.retention.purged")
        .description("Cases of which a kind of data was deleted, kept long enough")
        .tag("kind", kind)
        .register(meters);
  }

  /** Batch by batch, until nothing is left to delete. */
  public void run() {
    kinds.stream().filter(PurgeOld::isOn).forEach(this::run);
    doneAt = clock.instant();
  }

  private void run(PurgeOld old) {
    var run = UUID.randomUUID().toString();
    var things = 0L;
    var purged = old.next(clock.instant());
    while (!purged.isEmpty()) {
      purged.forEach(one -> keep(old.kind(), one, run));
      things += purged.stream().mapToLong(PurgedCase::things).sum();
      purged = old.next(clock.instant());
    }
    LOGGER
        .atInfo()
        .addKeyValue("kind", old.kind())
        .addKeyValue("count", things)
        .addKeyValue("runId", run)
        .log("what was kept long enough is deleted");
  }

  private void keep(String kind, PurgedCase one, String run) {
    Objects.requireNonNull(cases.get(kind)).increment();
    audit.keep(
        new AuditEntry(
            clock.instant(),
            service,
            "PURGE /cases/{caseId}/old-" + kind,
            Map.of("caseId", one.caseId()),
            DONE,
            run));
  }
}
