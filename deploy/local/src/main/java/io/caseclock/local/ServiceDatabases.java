package io.caseclock.local;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.local.secret.LocalSecrets;
import java.sql.Connection;
import java.sql.SQLException;

/** One database, and in it for each service a login role that owns one schema and nothing else. */
record ServiceDatabases(EmbeddedPostgresServer server, LocalSecrets secrets) {

  static final String DATABASE = "caseclock";

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
        prepare(database, service.schema());
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  String password(ServiceKind service) {
    return secrets.password("postgres-" + service.schema());
  }

  private void prepare(Connection database, String name) throws SQLException {
    if (!exists(database, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
      run(database, "CREATE ROLE " + name + " LOGIN");
    }
    // the password has letters and digits only
    var password = secrets.password("postgres-" + name);
    run(database, "ALTER ROLE " + name + " PASSWORD '" + password + "'");
    run(database, "GRANT CONNECT, TEMPORARY ON DATABASE " + DATABASE + " TO " + name);
    run(database, "CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + name);
    run(database, "ALTER ROLE " + name + " SET search_path = " + name);
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
