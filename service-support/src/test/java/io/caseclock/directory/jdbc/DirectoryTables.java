package io.caseclock.directory.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** Runs the directory's migrations in an empty database. */
final class DirectoryTables {

  static void createIn(DataSource database) {
    run(database, "V2__create_directory.sql");
    run(database, "V3__keep_posts_as_history.sql");
  }

  static void run(DataSource database, String migration) {
    var resource = "/db/shared/" + migration;
    try (var script = JdbcDirectory.class.getResourceAsStream(resource);
        var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var bytes = Objects.requireNonNull(script, resource).readAllBytes();
      statement.execute(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException | SQLException e) {
      throw new AssertionError(migration, e);
    }
  }

  private DirectoryTables() {}
}
