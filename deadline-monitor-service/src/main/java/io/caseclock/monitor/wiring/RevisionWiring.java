package io.caseclock.monitor.wiring;

import io.caseclock.monitor.jdbc.JdbcImpactRuns;
import io.caseclock.monitor.jdbc.JdbcLawChanges;
import io.caseclock.monitor.jdbc.JdbcOpenCases;
import io.caseclock.monitor.jdbc.JdbcWatchedCases;
import io.caseclock.monitor.lag.LearnedWaits;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Bulkhead;
import io.caseclock.monitor.revision.ApplyLaw;
import io.caseclock.monitor.revision.Audit;
import io.caseclock.monitor.revision.Impact;
import io.caseclock.monitor.revision.LawChanges;
import io.caseclock.monitor.revision.OpenCases;
import io.caseclock.monitor.revision.RunImpact;
import io.caseclock.monitor.revision.rest.ImpactPlaces;
import io.caseclock.monitor.watch.CaseEvaluator;
import io.caseclock.pack.PackHashes;
import io.caseclock.pack.file.Packs;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;

/** What changes of the law and the audit are made of. */
@ApplicationScoped
public class RevisionWiring {

  @Produces
  @Singleton
  OpenCases openCases(DataSource dataSource) {
    return new JdbcOpenCases(dataSource);
  }

  @Produces
  @Singleton
  LawChanges lawChanges(DataSource dataSource) {
    return new JdbcLawChanges(dataSource);
  }

  @Produces
  @Singleton
  Impact impact(Law law, OpenCases open, InstantSource clock, MonitorConfig config) {
    return new Impact(law, open, clock, config.impact().longest(), System::nanoTime);
  }

  @Produces
  @Singleton
  PackHashes packHashes(Law law, MonitorConfig config) {
    return Packs.hashes(config.packs(), law.packs().stream().map(Law.InForce::pack).toList());
  }

  /** One comparison at a time, whoever asks for it. */
  @Produces
  @Singleton
  ImpactPlaces impactPlaces() {
    return new ImpactPlaces(new Bulkhead(1));
  }

  @Produces
  @Singleton
  RunImpact runImpact(
      Law law, OpenCases open, DataSource dataSource, InstantSource clock, MonitorConfig config) {
    return new RunImpact(
        new Impact(law, open, clock, config.impact().longestRun(), System::nanoTime),
        open,
        new JdbcImpactRuns(dataSource),
        clock,
        UUID::randomUUID);
  }

  @Produces
  @Singleton
  ApplyLaw applyLaw(
      Law law,
      LawChanges changes,
      OpenCases open,
      DataSource dataSource,
      LearnedWaits waits,
      InstantSource clock) {
    return new ApplyLaw(
        law, changes, open, new JdbcWatchedCases(dataSource), new CaseEvaluator(law, waits), clock);
  }

  @Produces
  @Singleton
  Audit audit(Law law, OpenCases open, InstantSource clock) {
    return new Audit(law, open, clock);
  }

  void putInForce(@Observes StartupEvent start, ApplyLaw applyLaw) {
    applyLaw.putInForce();
  }
}
