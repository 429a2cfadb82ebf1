package io.caseclock.directory.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** Runs the directory's migration in an empty database. */
final class DirectoryTables {

  private static final String MIGRATION = "/db/shared/V2__create_directory.sql";

  static void createIn(DataSource database) {
    try (var script = JdbcDirectory.class.getResourceAsStream(MIGRATION);
        var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var bytes = Objects.requireNonNull(script, MIGRATION).readAllBytes();
      statement.execute(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | SQLException e) {
      throw new AssertionError(MIGRATION, e);
    }
  }

  private DirectoryTables() {}
}
