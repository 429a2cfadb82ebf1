package io.caseclock.monitor.wiring;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.monitor.jdbc.JdbcCaseLevels;
import io.caseclock.monitor.jdbc.JdbcHiddenCases;
import io.caseclock.monitor.level.CaseLevels;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.level.Reader;
import io.caseclock.monitor.level.rest.CaseLevelResource.MostRestricted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** What decides who may see a case. */
@ApplicationScoped
public class LevelWiring {

  @Produces
  @Singleton
  CaseLevels caseLevels(DataSource dataSource) {
    return new JdbcCaseLevels(dataSource);
  }

  /** Asks who is answered at the moment, which throws where no request is. */
  @Produces
  @Singleton
  HiddenCases hiddenCases(DataSource dataSource, CurrentCaller caller) {
    return new JdbcHiddenCases(dataSource, () -> Reader.of(caller.get()));
  }

  @Produces
  @Singleton
  MostRestricted mostRestricted(MonitorConfig config) {
    return new MostRestricted(config.restricted().mostCases());
  }
}
