package io.caseclock.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.testsupport.TestDatabase;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A database whose own migrations had run before a new shared one came. */
class OlderDatabaseTest {

  @Test
  void takes_a_later_shared_migration_and_keeps_its_officers() throws IOException {
    var database = TestDatabase.withSchema("intake").dataSource();
    Flyway.configure().dataSource(database).locations("db/shared").target("2").load().migrate();
    Flyway.configure()
        .dataSource(database)
        .locations("db/migration")
        .ignoreMigrationPatterns("*:missing")
        .load()
        .migrate();
    new Sql(database).update("insert into officer values ('O1', '张测试', 'D0101', '{officer}')");

    asConfigured().dataSource(database).load().migrate();

    var clock = InstantSource.fixed(Instant.parse("2026-03-02T01:30:00Z"));
    assertThat(new JdbcDirectory(database, clock).officer("O1").map(OfficerEntry::unit))
        .contains("D0101");
  }

  /** The settings with which every service starts. */
  private static FluentConfiguration asConfigured() throws IOException {
    var shared = new Properties();
    var files =
        Thread.currentThread()
            .getContextClassLoader()
            .getResources("META-INF/microprofile-config.properties");
    for (var file : Collections.list(files)) {
      try (var in = file.openStream()) {
        shared.load(in);
      }
    }
    var locations = Objects.requireNonNull(shared.getProperty("quarkus.flyway.locations"));
    var outOfOrder = Objects.requireNonNull(shared.getProperty("quarkus.flyway.out-of-order"));
    return Flyway.configure()
        .configuration(Map.of("flyway.outOfOrder", outOfOrder))
        .locations(locations.split(","));
  }
}
