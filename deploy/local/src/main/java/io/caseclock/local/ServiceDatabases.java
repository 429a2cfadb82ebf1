package io.caseclock.local;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.local.secret.LocalSecrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One database, and in it for each service a schema and two login roles: one owns the schema and
 * migrates it, the other is the service's own and may read and write rows.
 */
record ServiceDatabases(EmbeddedPostgresServer server, LocalSecrets secrets) {

  static final String DATABASE = "caseclock";

  private static final String OWNS =
      "SELECT 1 FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE r.rolname = ?";

  /** Makes whatever is missing and sets the passwords that the secrets hold. */
  void prepare() {
    try (var maintenance = server.superuser("postgres").getConnection()) {
      if (!exists(maintenance, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
        run(maintenance, "CREATE DATABASE " + DATABASE);
        run(maintenance, "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      }
    } catch (SQLException e) {
      throw refused(e);
    }
    try (var database = server.superuser(DATABASE).getConnection()) {
      run(database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
      for (var service : ServiceKind.values()) {
        prepare(database, service);
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /** The role that owns the tables of a service. */
  static String owner(ServiceKind service) {
    return service.schema() + "_migration";
  }

  String password(ServiceKind service) {
    return password(service.schema());
  }

  String ownersPassword(ServiceKind service) {
    return password(owner(service));
  }

  private String password(String role) {
    return secrets.password("postgres-" + role);
  }

  private void prepare(Connection database, ServiceKind service) throws SQLException {
    var name = service.schema();
    var owner = owner(service);
    for (var role : List.of(name, owner)) {
      if (!exists(database, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
        run(database, "CREATE ROLE " + role + " LOGIN");
      }
      // the password has letters and digits only
      run(database, "ALTER ROLE " + role + " PASSWORD '" + password(role) + "'");
      run(database, "GRANT CONNECT, TEMPORARY ON DATABASE " + DATABASE + " TO " + role);
      run(database, "ALTER ROLE " + role + " SET search_path = " + name);
    }
    run(database, "CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + owner);
    run(database, "GRANT USAGE ON SCHEMA " + name + " TO " + name);
    var defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner + " IN SCHEMA " + name;
    run(database, defaults + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + name);
    run(database, defaults + " GRANT USAGE ON SEQUENCES TO " + name);
    if (exists(database, OWNS, name)) {
      handOver(database, name, owner);
    }
  }

  /** What an earlier version let the service own; all of it or nothing. */
  private static void handOver(Connection database, String name, String owner) throws SQLException {
    database.setAutoCommit(false);
    run(database, "REASSIGN OWNED BY " + name + " TO " + owner);
    run(database, "GRANT USAGE ON SCHEMA " + name + " TO " + name);
    run(
        database,
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + name + " TO " + name);
    run(database, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA " + name + " TO " + name);
    database.commit();
    database.setAutoCommit(true);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static StackException refused(SQLException e) {
    return new StackException(
        "The databases cannot be prepared: " + e.getMessage() + "\nTo begin anew: --fresh", e);
  }
}
