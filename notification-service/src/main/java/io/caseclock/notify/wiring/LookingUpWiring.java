package io.caseclock.notify.wiring;

import io.caseclock.archive.CaseArchive;
import io.caseclock.archive.jdbc.JdbcCaseArchive;
import io.caseclock.directory.Staff;
import io.caseclock.directory.jdbc.JdbcStaff;
import io.caseclock.notify.archive.jdbc.NotificationParts;
import io.caseclock.notify.console.feed.ConsoleAddress;
import io.caseclock.notify.wiring.DeliveryWiring.PacksInForce;
import io.caseclock.pack.PackHashes;
import io.caseclock.pack.file.Packs;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** What pages look up: who works where, which packs are in force here, where the console is. */
public class LookingUpWiring {

  @Produces
  @Singleton
  Staff staff(DataSource dataSource) {
    return new JdbcStaff(dataSource);
  }

  @Produces
  @Singleton
  PackHashes packHashes(PacksInForce packs, NotifyConfig config) {
    return Packs.hashes(config.packs(), packs.packs());
  }

  @Produces
  @Singleton
  ConsoleAddress consoleAddress(NotifyConfig config) {
    return new ConsoleAddress(config.consoleUrl());
  }

  @Produces
  @Singleton
  CaseArchive caseArchive(DataSource dataSource) {
    return new JdbcCaseArchive(dataSource, NotificationParts.ALL);
  }
}
