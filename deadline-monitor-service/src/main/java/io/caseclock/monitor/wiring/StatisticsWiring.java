package io.caseclock.monitor.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.jdbc.JdbcFailedDeadlines;
import io.caseclock.monitor.jdbc.JdbcHeartbeat;
import io.caseclock.monitor.jdbc.JdbcPresentCounts;
import io.caseclock.monitor.jdbc.JdbcRollUps;
import io.caseclock.monitor.jdbc.JdbcStatistics;
import io.caseclock.monitor.jdbc.OpenDeadlineGauges;
import io.caseclock.monitor.lag.Heartbeat;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.present.ReadPresent;
import io.caseclock.monitor.statistics.CountSafeDays;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.FailedDeadlines;
import io.caseclock.monitor.statistics.Indicators;
import io.caseclock.monitor.statistics.RollUps;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The objects behind the statistics. */
@ApplicationScoped
public class StatisticsWiring {

  @Produces
  @Singleton
  DeadlineStatistics statistics(DataSource dataSource, HiddenCases hidden) {
    return new JdbcStatistics(dataSource, hidden);
  }

  @Produces
  @Singleton
  RollUps rollUps(DataSource dataSource) {
    return new JdbcRollUps(dataSource);
  }

  @Produces
  @Singleton
  MeterBinder openDeadlines(DataSource dataSource, InstantSource clock) {
    return new OpenDeadlineGauges(dataSource, clock);
  }

  @Produces
  @Singleton
  Heartbeat heartbeat(DataSource dataSource) {
    return new JdbcHeartbeat(dataSource);
  }

  @Produces
  @Singleton
  Indicators indicators(DeadlineStatistics statistics, Law law) {
    return new Indicators(statistics, law);
  }

  @Produces
  @Singleton
  FailedDeadlines failedDeadlines(DataSource dataSource, HiddenCases hidden) {
    return new JdbcFailedDeadlines(dataSource, hidden);
  }

  @Produces
  @Singleton
  ReadPresent readPresent(
      DataSource dataSource, DeadlineStatistics statistics, Directory directory) {
    return new ReadPresent(new JdbcPresentCounts(dataSource), statistics, directory);
  }

  @Produces
  @Singleton
  CountSafeDays safeDays(DeadlineStatistics statistics) {
    return new CountSafeDays(statistics);
  }
}
