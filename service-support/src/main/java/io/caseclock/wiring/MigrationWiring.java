package io.caseclock.wiring;

import io.quarkus.arc.Unremovable;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What the migration at the start of a service, or of a Job in its place, is given. */
@Singleton
@Unremovable
public class MigrationWiring implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration migration) {
    migration.dataSource(new MigrationDataSource(migration.getDataSource()));
  }
}
