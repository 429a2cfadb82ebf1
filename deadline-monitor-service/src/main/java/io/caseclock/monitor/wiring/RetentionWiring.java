package io.caseclock.monitor.wiring;

import io.caseclock.audit.AuditLog;
import io.caseclock.jdbc.Sql;
import io.caseclock.retention.PurgeOld;
import io.caseclock.retention.jdbc.JdbcPurge;
import io.caseclock.retention.job.RetentionRun;
import io.caseclock.wiring.RetentionBounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** What goes when it is kept long enough. */
public class RetentionWiring {

  private static final int CASES_AT_ONCE = 50;

  /** Made at start, so that a duration which makes no sense stops it. */
  @Produces
  @Singleton
  @Startup
  RetentionRun retentionRun(
      DataSource database,
      MonitorConfig config,
      AuditLog audit,
      InstantSource clock,
      MeterRegistry meters) {
    var timelines =
        new PurgeOld(
            "timelines",
            new JdbcPurge(new Sql(database), "purge_timelines"),
            CASES_AT_ONCE,
            RetentionBounds.checked(
                "caseclock.retention.timelines", config.retention().timelines()));
    return new RetentionRun("deadline-monitor-service", List.of(timelines), audit, clock, meters);
  }
}
