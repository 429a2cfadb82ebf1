package io.caseclock.monitor.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.feed.OwnCalendars;
import io.caseclock.monitor.feed.rest.FeedConsole;
import io.caseclock.monitor.jdbc.JdbcCalendarFeeds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;

/** What calendars of one's own deadlines are made of. */
@ApplicationScoped
public class FeedWiring {

  @Produces
  @Singleton
  OwnCalendars ownCalendars(DataSource dataSource, Directory directory, InstantSource clock) {
    var random = new SecureRandom();
    return new OwnCalendars(
        new JdbcCalendarFeeds(dataSource),
        directory,
        clock,
        UUID::randomUUID,
        bytes -> {
          random.nextBytes(bytes);
          return bytes;
        });
  }

  @Produces
  @Singleton
  FeedConsole feedConsole(MonitorConfig config) {
    return new FeedConsole(config.consoleUrl());
  }
}
