package io.caseclock.monitor.wiring;

import io.caseclock.access.Reader;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.monitor.jdbc.JdbcAccesses;
import io.caseclock.monitor.jdbc.JdbcCaseLevels;
import io.caseclock.monitor.jdbc.JdbcHiddenCases;
import io.caseclock.monitor.jdbc.JdbcOwners;
import io.caseclock.monitor.level.Accesses;
import io.caseclock.monitor.level.BreakGlass;
import io.caseclock.monitor.level.CaseLevels;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.level.rest.CaseLevelResource.MostRestricted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
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
  HiddenCases hiddenCases(DataSource dataSource, CurrentCaller caller, InstantSource clock) {
    return new JdbcHiddenCases(dataSource, () -> Reader.of(caller.get()), clock);
  }

  @Produces
  @Singleton
  Accesses accesses(DataSource dataSource) {
    return new JdbcAccesses(dataSource);
  }

  @Produces
  @Singleton
  BreakGlass breakGlass(
      DataSource dataSource,
      HiddenCases hidden,
      Accesses accesses,
      MonitorConfig config,
      InstantSource clock) {
    return new BreakGlass(
        new JdbcOwners(dataSource),
        hidden,
        accesses,
        config.restricted().accessLasts(),
        clock,
        UUID::randomUUID);
  }

  @Produces
  @Singleton
  MostRestricted mostRestricted(MonitorConfig config) {
    return new MostRestricted(config.restricted().mostCases());
  }
}
