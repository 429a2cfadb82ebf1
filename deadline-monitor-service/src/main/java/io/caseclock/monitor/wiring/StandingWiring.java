package io.caseclock.monitor.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.jdbc.JdbcRaisedFindings;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.parallel.SideBySide;
import io.caseclock.monitor.standing.ReadStanding;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Indicators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** What the monthly standing is made of. */
@ApplicationScoped
public class StandingWiring {

  private static final int MONTHS_AT_ONCE = 4;

  @Produces
  @Singleton
  ReadStanding readStanding(
      Law law,
      DeadlineStatistics statistics,
      Indicators indicators,
      Directory directory,
      DataSource dataSource) {
    return new ReadStanding(
        law,
        statistics,
        indicators,
        new JdbcRaisedFindings(dataSource),
        directory,
        new SideBySide(MONTHS_AT_ONCE));
  }
}
