package io.caseclock.e2e.faults;

import io.caseclock.e2e.Suite;
import io.caseclock.local.ServiceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How far the schemas of a suite are migrated, and what services asked of them in vain. */
record Schemas(Suite suite) {

  private static final Pattern DOES_NOT_FIT =
      Pattern.compile(
          "ERROR: .*(does not exist|permission denied|violates (not-null|check) constraint)");

  /** The newest migration of each service. */
  Map<ServiceKind, Integer> versions() {
    Map<ServiceKind, Integer> found = new EnumMap<>(ServiceKind.class);
    for (var kind : ServiceKind.values()) {
      found.put(kind, version(kind));
    }
    return found;
  }

  /** The errors of the database that tell of a service and a schema that do not fit each other. */
  List<String> misfits() {
    try (var lines = Files.lines(suite.stack().postgres().log(), StandardCharsets.UTF_8)) {
      return lines.filter(line -> DOES_NOT_FIT.matcher(line).find()).distinct().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int version(ServiceKind kind) {
    var newest =
        "select max(version::int) from %s.flyway_schema_history where success"
            .formatted(kind.schema());
    try (var connection = suite.stack().postgres().superuser("caseclock").getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(newest)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(newest, e);
    }
  }
}
