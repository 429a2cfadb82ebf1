package io.caseclock.bench.firing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.embedded.FileTree;
import io.caseclock.jdbc.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL of its own with the monitor's tables, in which a commit waits for the disk, as it
 * does in production. Its data goes with {@link #close()}, also where somebody presses Ctrl-C.
 */
final class FiringDatabase implements AutoCloseable {

  private static final String NAME = "postgres";
  private static final int CONNECTIONS = 64;

  private final Path directory;
  private final EmbeddedPostgresServer server;
  private final Thread atTheEnd = new Thread(this::remove);

  private FiringDatabase(Path directory) {
    this.directory = directory;
    this.server = EmbeddedPostgresServer.persistent(directory, 0, UUID.randomUUID().toString());
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  static FiringDatabase migrated() throws IOException {
    var database = new FiringDatabase(Files.createTempDirectory("caseclock-firing-"));
    Flyway.configure()
        .dataSource(database.server.superuser(NAME))
        .locations("db/shared", "db/migration")
        .load()
        .migrate();
    return database;
  }

  String url() {
    return server.jdbcUrl(NAME);
  }

  String password() {
    return server.superuserPassword();
  }

  HikariDataSource pool() {
    return pool(url(), password());
  }

  /** A pool with room for every side's threads; all sides have the same. */
  static HikariDataSource pool(String url, String password) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(EmbeddedPostgresServer.SUPERUSER);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  /** What the server says of itself and of waiting for the disk. */
  static List<String> settings(DataSource pool) {
    var sql = new Sql(pool);
    return Stream.of("server_version", "fsync", "synchronous_commit", "shared_buffers")
        .map(name -> name + " " + sql.query("show " + name, row -> row.getString(1)).getFirst())
        .toList();
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }

  private synchronized void remove() {
    server.close();
    FileTree.delete(directory);
  }
}
