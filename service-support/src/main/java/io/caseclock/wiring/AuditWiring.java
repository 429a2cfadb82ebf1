package io.caseclock.wiring;

import io.caseclock.audit.AuditLog;
import io.caseclock.audit.jdbc.AuditTable;
import io.caseclock.audit.jdbc.AuditWriter;
import io.caseclock.audit.jdbc.ChainTable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Keeps the audit log as long as the service runs. */
@Singleton
public class AuditWiring {

  /** Half a year, which the law on cybersecurity asks of logs at least. */
  private static final Duration SHORTEST = Duration.ofDays(184);

  private final AuditTable table;
  private final ChainTable chain;
  private final AuditWriter writer;

  AuditWiring(
      AuditConfig config, DataSource dataSource, InstantSource clock, MeterRegistry meters) {
    table = new AuditTable(dataSource);
    chain = new ChainTable(dataSource);
    writer = new AuditWriter(table, checked(config.retention()), clock, meters);
  }

  /** Throws where the log would be forgotten too early. */
  static Duration checked(Duration retention) {
    if (retention.compareTo(SHORTEST) < 0) {
      throw new IllegalStateException(
          "caseclock.audit-log.retention is at least "
              + SHORTEST.toDays()
              + " days, not "
              + retention);
    }
    return retention;
  }

  @Produces
  @Singleton
  AuditTable auditTable() {
    return table;
  }

  @Produces
  @Singleton
  ChainTable auditChain() {
    return chain;
  }

  @Produces
  @Singleton
  AuditLog auditLog() {
    return writer;
  }

  void start(@Observes StartupEvent event) {
    writer.start();
  }

  void stop(@Observes ShutdownEvent event) {
    writer.close();
  }
}
