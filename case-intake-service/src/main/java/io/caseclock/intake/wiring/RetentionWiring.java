package io.caseclock.intake.wiring;

import io.caseclock.audit.AuditLog;
import io.caseclock.intake.source.QuotaDays;
import io.caseclock.intake.source.SourceClients;
import io.caseclock.jdbc.Sql;
import io.caseclock.job.WakingLoop;
import io.caseclock.retention.PurgeOld;
import io.caseclock.retention.jdbc.JdbcPurge;
import io.caseclock.retention.job.RetentionRun;
import io.caseclock.wiring.RetentionBounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** What goes when it is kept long enough: once an hour, as long as the service runs. */
@Singleton
public class RetentionWiring {

  private static final String JOURNAL = "caseclock.retention.journal";
  private static final int EVENTS_AT_ONCE = 1_000;
  private static final int COUNTS_AT_ONCE = 10_000;
  private static final int COUNTED_DAYS_KEPT = 7;
  private static final Duration REST = Duration.ofMinutes(1);
  private static final Duration HOURLY = Duration.ofHours(1);

  private final RetentionRun run;
  private final SourceClients clients;
  private final QuotaDays days;
  private final InstantSource clock;
  private final WakingLoop loop;

  /** Where the duration makes no sense, the service does not start. */
  RetentionWiring(
      DataSource database,
      IntakeConfig config,
      AuditLog audit,
      SourceClients clients,
      QuotaDays days,
      InstantSource clock,
      MeterRegistry meters) {
    this.clients = clients;
    this.days = days;
    this.clock = clock;
    var journal =
        new PurgeOld(
            "journal",
            new JdbcPurge(new Sql(database), "purge_journal"),
            EVENTS_AT_ONCE,
            RetentionBounds.checked(JOURNAL, config.retention().journal()));
    run = new RetentionRun("case-intake-service", List.of(journal), audit, clock, meters);
    loop = new WakingLoop(JOURNAL, "retention", this::round, REST, HOURLY);
  }

  private Duration round() {
    forgetCounts();
    run.run();
    return HOURLY;
  }

  /** What was counted against quotas on days that are over. */
  private void forgetCounts() {
    var today = days.of(clock.instant());
    clients.forgetDaysBefore(today.minusDays(COUNTED_DAYS_KEPT), COUNTS_AT_ONCE);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) {
    loop.close();
  }
}
