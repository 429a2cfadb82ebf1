package io.caseclock.monitor.wiring;

import io.caseclock.monitor.closing.ClosePeriods;
import io.caseclock.monitor.closing.ClosedPeriods;
import io.caseclock.monitor.jdbc.JdbcClosedPeriods;
import io.caseclock.monitor.jdbc.JdbcPeriodSources;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The objects that close periods. */
@ApplicationScoped
public class ClosingWiring {

  @Produces
  @Singleton
  ClosedPeriods closedPeriods(DataSource dataSource) {
    return new JdbcClosedPeriods(dataSource);
  }

  @Produces
  @Singleton
  ClosePeriods closePeriods(
      DataSource dataSource,
      Law law,
      DeadlineStatistics statistics,
      ClosedPeriods closed,
      InstantSource clock) {
    return new ClosePeriods(law, statistics, new JdbcPeriodSources(dataSource, law), closed, clock);
  }
}
