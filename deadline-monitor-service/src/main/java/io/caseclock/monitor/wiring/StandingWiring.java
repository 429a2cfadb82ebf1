package io.caseclock.monitor.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.jdbc.JdbcRaisedFindings;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.standing.ReadStanding;
import io.caseclock.monitor.statistics.DeadlineStatistics;
import io.caseclock.monitor.statistics.Indicators;
import io.caseclock.monitor.statistics.SideBySide;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** What the monthly standing is made of. */
@ApplicationScoped
public class StandingWiring {

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
        new SideBySide());
  }
}
