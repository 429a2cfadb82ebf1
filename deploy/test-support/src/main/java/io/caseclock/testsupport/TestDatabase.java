package io.caseclock.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * A database that nobody else uses. Its sessions live in {@link #SESSION_ZONE}, so that code which
 * leans on the session's zone fails here and not in production. The driver itself asks for the
 * JVM's zone when it connects, therefore every connection is told again.
 *
 * @param username the owner of the schema, or the superuser where none was asked for
 */
public record TestDatabase(String jdbcUrl, String username, String password) {

  public static final ZoneId SESSION_ZONE = ZoneId.of("America/Los_Angeles");

  /** What a connection pool has to send on every new connection. */
  public static final String NEW_CONNECTION_SQL = "SET TIME ZONE '" + SESSION_ZONE.getId() + "'";

  private static final String OWNER = "_migration";

  /** Returns a fresh, empty database as its superuser. */
  public static DataSource fresh() {
    return create().dataSource();
  }

  /** Returns a fresh, empty database and how to reach it. */
  public static TestDatabase create() {
    return superusers("template1");
  }

  /**
   * Returns a fresh database that begins as this one is now; nobody may be connected to this one.
   */
  public TestDatabase copied() {
    return superusers(jdbcUrl.replaceAll(".*/|\\?.*", ""));
  }

  private static TestDatabase superusers(String template) {
    var server = Infrastructure.postgres();
    var name = newDatabase(server, template);
    return new TestDatabase(server.jdbcUrl(name), server.superuser(), server.password());
  }

  /**
   * Returns a fresh database as a service finds it: it holds one schema, which belongs to a login
   * role of the same name that may do nothing outside it.
   */
  public static TestDatabase withSchema(String schema) {
    var server = Infrastructure.postgres();
    var name = newDatabase(server, "template1");
    execute(server, "postgres", roleIfAbsent(schema));
    execute(
        server,
        name,
        "CREATE SCHEMA %1$s AUTHORIZATION %1$s".formatted(schema),
        "ALTER ROLE %1$s IN DATABASE %2$s SET search_path = %1$s".formatted(schema, name));
    return new TestDatabase(server.jdbcUrl(name), schema, schema);
  }

  /**
   * Returns the same, but the schema belongs to {@link #owner another role}: this one may read and
   * write rows in it, as an installation grants it to the role of a service.
   */
  public static TestDatabase withSchemaOfAnother(String schema) {
    var server = Infrastructure.postgres();
    var name = newDatabase(server, "template1");
    var owner = schema + OWNER;
    execute(server, "postgres", roleIfAbsent(schema), roleIfAbsent(owner));
    execute(
        server,
        name,
        "CREATE SCHEMA %s AUTHORIZATION %s".formatted(schema, owner),
        "GRANT USAGE ON SCHEMA %1$s TO %1$s".formatted(schema),
        "ALTER DEFAULT PRIVILEGES FOR ROLE %2$s IN SCHEMA %1$s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %1$s"
            .formatted(schema, owner),
        "ALTER DEFAULT PRIVILEGES FOR ROLE %2$s IN SCHEMA %1$s GRANT USAGE ON SEQUENCES TO %1$s"
            .formatted(schema, owner),
        "ALTER ROLE %1$s IN DATABASE %2$s SET search_path = %1$s".formatted(schema, name),
        "ALTER ROLE %3$s IN DATABASE %2$s SET search_path = %1$s".formatted(schema, name, owner));
    return new TestDatabase(server.jdbcUrl(name), schema, schema);
  }

  /** The same database as the role that owns {@link #withSchemaOfAnother the schema}. */
  public TestDatabase owner() {
    return new TestDatabase(jdbcUrl, username + OWNER, username + OWNER);
  }

  /** Returns a source of new connections, one new one each time. */
  public DataSource dataSource() {
    return new ZonedDataSource(jdbcUrl, username, password, NEW_CONNECTION_SQL);
  }

  private static String newDatabase(PostgresAddress server, String template) {
    var name = "test_" + UUID.randomUUID().toString().replace("-", "");
    execute(
        server,
        "postgres",
        "CREATE DATABASE " + name + " TEMPLATE " + template,
        "ALTER DATABASE " + name + " SET timezone TO '" + SESSION_ZONE.getId() + "'");
    return name;
  }

  private static String roleIfAbsent(String role) {
    if (!role.matches("[a-z][a-z_]{0,30}")) {
      throw new IllegalArgumentException("not a schema name: " + role);
    }
    return """
    DO $$ BEGIN
      CREATE ROLE %1$s LOGIN PASSWORD '%1$s';
    EXCEPTION WHEN duplicate_object THEN NULL;
    END $$\
    """
        .formatted(role);
  }

  private static void execute(PostgresAddress server, String database, String... statements) {
    try (Connection connection =
            DriverManager.getConnection(server.jdbcUrl(database), server.credentials());
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the test database cannot be made", e);
    }
  }
}
