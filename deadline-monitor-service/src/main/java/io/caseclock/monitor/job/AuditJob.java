package io.caseclock.monitor.job;

import io.caseclock.jdbc.Sql;
import io.caseclock.job.JobRound;
import io.caseclock.monitor.jdbc.DeadlineNews;
import io.caseclock.monitor.revision.Audit;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits every night; a difference is an error that a human must look at, and a gauge. */
@ApplicationScoped
public class AuditJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(AuditJob.class);

  private final Audit audit;
  private final Sql sql;
  private final AtomicInteger differences = new AtomicInteger();

  AuditJob(Audit audit, DataSource dataSource) {
    this.audit = audit;
    this.sql = new Sql(dataSource);
  }

  /** Zero until the first night. */
  void start(@Observes StartupEvent event, MeterRegistry metrics) {
    metrics.gauge("caseclock.monitor.audit.differences", differences);
  }

  @Scheduled(cron = "${caseclock.audit.cron}", concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    JobRound.run("audit not done", this::audit);
  }

  private void audit() {
    var report = audit.run(null);
    differences.set(report.differences().size());
    for (var difference : report.differences()) {
      LOGGER
          .atError()
          .addKeyValue("caseId", difference.caseId())
          .addKeyValue("deadlineId", difference.deadlineId())
          .addKeyValue("rule", difference.rule())
          .addKeyValue("reason", difference.kind())
          .log("audit found a difference");
    }
    for (var one : report.unverified()) {
      LOGGER
          .atError()
          .addKeyValue("caseId", one.caseId())
          .addKeyValue("reason", one.reason())
          .log("case could not be audited");
    }
    LOGGER
        .atInfo()
        .addKeyValue("cases", report.cases())
        .addKeyValue("deadlines", report.deadlines())
        .addKeyValue("differences", report.differences().size())
        .log("audit done");
    tell(report);
  }

  /** Every difference becomes a finding that a supervisor sees. */
  private void tell(Audit.Report report) {
    var findings =
        report.differences().stream().map(difference -> difference.finding(report.at())).toList();
    sql.transact(
        connection -> {
          DeadlineNews.audited(connection, findings, report.at());
          return findings.size();
        });
  }
}
