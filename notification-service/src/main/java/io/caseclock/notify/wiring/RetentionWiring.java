package io.caseclock.notify.wiring;

import io.caseclock.audit.AuditLog;
import io.caseclock.jdbc.Sql;
import io.caseclock.retention.PurgeOld;
import io.caseclock.retention.jdbc.JdbcPurge;
import io.caseclock.retention.job.RetentionRun;
import io.caseclock.wiring.RetentionBounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** What goes when it is kept long enough. */
public class RetentionWiring {

  private static final String EVIDENCE = "caseclock.retention.evidence";
  private static final String MESSAGES = "caseclock.retention.messages";
  private static final int NOTICES_AT_ONCE = 20;
  private static final int MESSAGES_AT_ONCE = 200;

  /** Before any job runs, so that a duration which makes no sense stops the start. */
  void refuseWhatMakesNoSense(@Observes @Priority(1) StartupEvent start, NotifyConfig config) {
    RetentionBounds.checked(EVIDENCE, config.retention().evidence());
    RetentionBounds.checked(MESSAGES, config.retention().messages());
  }

  /** Made at start, so that its metrics are there. */
  @Produces
  @Singleton
  @Startup
  RetentionRun retentionRun(
      Sql sql, NotifyConfig config, AuditLog audit, InstantSource clock, MeterRegistry meters) {
    var kept = config.retention();
    var evidence =
        new PurgeOld(
            "evidence",
            new JdbcPurge(sql, "purge_evidence"),
            NOTICES_AT_ONCE,
            RetentionBounds.checked(EVIDENCE, kept.evidence()));
    var messages =
        new PurgeOld(
            "messages",
            new JdbcPurge(sql, "purge_messages"),
            MESSAGES_AT_ONCE,
            RetentionBounds.checked(MESSAGES, kept.messages()));
    return new RetentionRun(
        "notification-service", List.of(evidence, messages), audit, clock, meters);
  }
}
