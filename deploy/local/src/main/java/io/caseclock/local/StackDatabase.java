package io.caseclock.local;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.local.secret.LocalSecrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the launcher itself reads from the database of a running stack, since every door of the
 * services shows one unit's subtree alone.
 */
public record StackDatabase(int port, LocalSecrets secrets) {

  private static final String ROOTS =
      """
      SELECT id FROM unit WHERE parent IS NULL OR parent NOT IN (SELECT id FROM unit) ORDER BY id\
      """;
  private static final String CASE_EVENTS = "SELECT count(*) FROM journal WHERE type <> ALL (?)";

  /** Returns the database of a stack; throws {@link StackException} where it does not run. */
  public static StackDatabase of(StackRecord stack, LocalSecrets secrets) {
    return stack
        .process("postgres")
        .map(entry -> new StackDatabase(entry.port(), secrets))
        .orElseThrow(() -> new StackException("PostgreSQL is not running."));
  }

  /** Returns the units that nothing stands above, as the monitor knows them. */
  public List<String> rootUnits() {
    try (var connection = connection(ServiceKind.MONITOR);
        var query = connection.prepareStatement(ROOTS);
        var rows = query.executeQuery()) {
      List<String> roots = new ArrayList<>();
      while (rows.next()) {
        roots.add(rows.getString(1));
      }
      return roots;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Returns how many events of cases the intake's journal holds. */
  public long caseEvents() {
    try (var connection = connection(ServiceKind.INTAKE);
        var query = connection.prepareStatement(CASE_EVENTS)) {
      return count(connection, query);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static long count(Connection connection, PreparedStatement query) throws SQLException {
    query.setArray(1, connection.createArrayOf("text", BuiltInTypes.DIRECTORY.toArray()));
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Connection connection(ServiceKind service) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + ServiceDatabases.DATABASE,
        service.schema(),
        secrets.password("postgres-" + service.schema()));
  }

  private static StackException unreadable(SQLException e) {
    return new StackException("The stack's database cannot be read: " + e.getMessage(), e);
  }
}
