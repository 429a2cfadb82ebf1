package io.caseclock.bench.statistics;

import io.caseclock.embedded.EmbeddedPostgresServer;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of its own with the monitor's tables. It does not wait for the disk. */
public final class BenchDatabase implements AutoCloseable {

  private static final String NAME = "postgres";

  private final EmbeddedPostgresServer server = EmbeddedPostgresServer.ephemeral();

  public BenchDatabase migrated() {
    Flyway.configure()
        .dataSource(server.superuser(NAME))
        .locations("db/shared", "db/migration")
        .load()
        .migrate();
    return this;
  }

  public HeldConnection connection() throws SQLException {
    return new HeldConnection(
        server.jdbcUrl(NAME), EmbeddedPostgresServer.SUPERUSER, server.superuserPassword());
  }

  @Override
  public void close() {
    server.close();
  }
}
