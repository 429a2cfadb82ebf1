package io.caseclock.wiring;

import io.caseclock.audit.AuditLog;
import io.caseclock.audit.jdbc.AuditTable;
import io.caseclock.audit.jdbc.AuditWriter;
import io.caseclock.audit.jdbc.ChainTable;
import io.caseclock.audit.rest.KeptViews;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Keeps the audit log as long as the service runs. */
@Singleton
public class AuditWiring {

  private static final String RETENTION = "caseclock.audit-log.retention";

  private final AuditTable table;
  private final ChainTable chain;
  private final AuditWriter writer;
  private final KeptViews views;

  AuditWiring(
      AuditConfig config, DataSource dataSource, InstantSource clock, MeterRegistry meters) {
    table = new AuditTable(dataSource);
    chain = new ChainTable(dataSource);
    var keptFor = RetentionBounds.checked(RETENTION, config.retention());
    writer = new AuditWriter(table, keptFor, clock, meters);
    views = new KeptViews(config.views(), System::nanoTime);
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

  @Produces
  @Singleton
  KeptViews keptViews() {
    return views;
  }

  void start(@Observes StartupEvent event) {
    writer.start();
  }

  void stop(@Observes ShutdownEvent event) {
    writer.close();
  }
}
