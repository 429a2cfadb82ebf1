package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.ServiceKind;
import io.caseclock.testsupport.Migration;
import io.caseclock.testsupport.MigrationJobEnvironment;
import io.caseclock.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The packaged service as the Job of the chart starts it, with nothing but PostgreSQL to be asked:
 * it migrates as the role that owns the tables, and ends by itself.
 */
class MigrationJobsIT {

  /** Each table of a schema, but the parts of others, with its owner. */
  private static final String TABLES =
      """
      select relname, pg_get_userbyid(relowner) from pg_class
      where relnamespace = ?::regnamespace and relkind in ('r', 'p') and not relispartition\
      """;

  private static final String NEWEST =
      "select max(version::int) from %s.flyway_schema_history where success";

  private static final String SESSIONS =
      """
      select count(*) from pg_stat_activity
      where application_name = ? and datname = current_database()\
      """;

  /** It is left empty. */
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void a_job_migrates_an_empty_schema_and_ends_and_changes_nothing_when_it_comes_again(
      ServiceKind service) throws Exception {
    var database = TestDatabase.withSchemaOfAnother(service.schema());

    endsWell(job(service, database, database.owner().password()));

    var rows = rows(service, database);
    assertThat(newest(service, database)).isEqualTo(newestFile(service));
    assertThat(rows).hasSizeGreaterThan(10);
    nothingIsLeft(service, database);

    endsWell(job(service, database, database.owner().password()));

    assertThat(rows(service, database)).isEqualTo(rows);
    nothingIsLeft(service, database);
  }

  @ParameterizedTest
  @EnumSource
  void a_job_whose_password_is_wrong_says_so_in_a_line_and_ends(ServiceKind service)
      throws Exception {
    var database = TestDatabase.withSchemaOfAnother(service.schema());

    var run = job(service, database, "no-such-password");

    assertThat(run.exit()).as(run.said()).isEqualTo(1);
    assertThat(run.said().lines())
        .contains(
            "quarkus.datasource gives no connection to migrate by:"
                + " FATAL: password authentication failed for user \"%s\""
                    .formatted(database.owner().username()));
    assertThat(run.said()).doesNotContain("\tat ", "no-such-password");
    assertThat(rows(service, database)).isEmpty();
    nothingIsLeft(service, database);
  }

  /** It asks no broker and no provider, and takes no request. */
  private static void endsWell(JavaProgram run) {
    assertThat(run.exit()).as(run.said()).isZero();
    assertThat(run.said())
        .doesNotContain(
            " ERROR ", "\tat ", "bootstrap.servers", "Connection to node", "Listening on");
  }

  /** As the image starts it: with the variables of the Job alone, in a folder that is empty. */
  private JavaProgram job(ServiceKind service, TestDatabase database, String password)
      throws IOException, InterruptedException {
    var module = Suite.repository().resolve(service.module());
    return JavaProgram.runWithNothingBut(
        environment(service, database, password),
        folder,
        module.resolve("target/quarkus-app/quarkus-run.jar"));
  }

  private static Map<String, String> environment(
      ServiceKind service, TestDatabase database, String password) {
    var address =
        database.jdbcUrl().replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*", "");
    return new MigrationJobEnvironment(address, "sslmode=disable", password).of(service.schema());
  }

  /** How many rows each table has; all belong to the role that migrates. */
  private static Map<String, Long> rows(ServiceKind service, TestDatabase database)
      throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (var connection = database.owner().dataSource().getConnection();
        var tables = connection.prepareStatement(TABLES)) {
      tables.setString(1, service.schema());
      try (var found = tables.executeQuery()) {
        while (found.next()) {
          var table = found.getString(1);
          assertThat(found.getString(2)).as(table).isEqualTo(database.owner().username());
          rows.put(
              table,
              number(connection, "select count(*) from %s.%s".formatted(service.schema(), table)));
        }
      }
    }
    return rows;
  }

  private static long newest(ServiceKind service, TestDatabase database) throws SQLException {
    try (var connection = database.owner().dataSource().getConnection()) {
      return number(connection, NEWEST.formatted(service.schema()));
    }
  }

  private static long newestFile(ServiceKind service) {
    var files =
        Migration.in(
            Suite.repository()
                .resolve(service.module())
                .resolve("src/main/resources/db/migration"));
    return files.getLast().number();
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** PostgreSQL sees a moment later that the other side is gone. */
  private void nothingIsLeft(ServiceKind service, TestDatabase database) {
    assertThat(folder).isEmptyDirectory();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(sessions(service, database)).isZero());
  }

  private static long sessions(ServiceKind service, TestDatabase database) throws SQLException {
    try (var connection = database.owner().dataSource().getConnection();
        var query = connection.prepareStatement(SESSIONS)) {
      query.setString(1, "caseclock-" + service.schema());
      try (var rows = query.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
