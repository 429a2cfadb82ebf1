package io.caseclock.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.testsupport.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the document tells to do for two roles in PostgreSQL, done, and what they may then. */
class RolesOfTheDocumentTest {

  private static final String ROLE = "of_the_document";
  private static final String OWNER = ROLE + "_migration";
  private static final String HISTORY = "flyway_schema_history";
  private static final List<String> KINDS =
      List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER");

  private final TestDatabase database = TestDatabase.create();
  private Connection superuser;

  @BeforeEach
  void connect() throws SQLException {
    superuser = database.dataSource().getConnection();
  }

  /** Roles are of the server, which other tests use too. */
  @AfterEach
  void drop() throws SQLException {
    run("drop owned by " + ROLE + ", " + OWNER + " cascade", "drop role " + ROLE + ", " + OWNER);
    superuser.close();
  }

  @Test
  void in_a_new_installation() throws Exception {
    run(document("create schema intake authorization intake_migration"));

    migrate(OWNER);

    theAuditLogIsKeptFromTheService();
    assertThat(rights("journal")).containsExactly("SELECT", "INSERT", "UPDATE", "DELETE");
  }

  @Test
  void where_the_service_owned_its_tables_before() throws Exception {
    run(
        "create role %s login password 'x'".formatted(ROLE),
        "create schema %1$s authorization %1$s".formatted(ROLE));
    migrate(ROLE);
    assertThat(rights("audit_log")).isEqualTo(KINDS);

    run(document("reassign owned by intake"));
    migrate(OWNER);

    theAuditLogIsKeptFromTheService();
    assertThat(rights("journal")).containsExactly("SELECT", "INSERT", "UPDATE", "DELETE");
  }

  @Test
  void what_is_granted_later_is_taken_again_at_the_next_run_whoever_got_it() throws Exception {
    run(document("create schema intake authorization intake_migration"));
    migrate(OWNER);
    run(
        "grant all on all tables in schema %1$s to %1$s".formatted(ROLE),
        "grant select on %s.audit_log to public".formatted(ROLE),
        "grant delete on %s.audit_log_day to public".formatted(ROLE),
        "grant update (status) on %1$s.audit_log to %1$s".formatted(ROLE));

    migrate(OWNER);

    theAuditLogIsKeptFromTheService();
    assertThat(rights("journal")).isEqualTo(KINDS);
  }

  private void theAuditLogIsKeptFromTheService() throws SQLException {
    assertThat(rights("audit_log")).containsExactly("SELECT", "INSERT");
    assertThat(rights("audit_log_day")).containsExactly("SELECT", "INSERT", "UPDATE");
    assertThat(rights(HISTORY)).containsExactly("SELECT");
    assertThat(
            text(
                "select has_any_column_privilege('%1$s', '%1$s.audit_log', 'UPDATE')"
                    .formatted(ROLE)))
        .isEqualTo("f");
    assertThat(text(mayForget(ROLE))).isEqualTo("t");
    assertThat(text(mayForget("public"))).isEqualTo("f");
  }

  private static String mayForget(String role) {
    return "select has_function_privilege('%s', '%s.forget_the_audit_log(timestamptz, integer)', 'execute')"
        .formatted(role, ROLE);
  }

  private List<String> rights(String table) throws SQLException {
    var held = Stream.<String>builder();
    for (var kind : KINDS) {
      if (text("select has_table_privilege('%1$s', '%1$s.%2$s', '%3$s')"
              .formatted(ROLE, table, kind))
          .equals("t")) {
        held.add(kind);
      }
    }
    return held.build().toList();
  }

  private void migrate(String role) {
    Flyway.configure()
        .dataSource(database.jdbcUrl() + "?currentSchema=" + ROLE, role, "x")
        .locations("db/shared", "db/migration")
        .load()
        .migrate();
  }

  /** The statements of the block that holds a text, for the roles and the database of this test. */
  private String[] document(String holds) throws IOException {
    var text = Files.readString(Path.of("../docs/kubernetes.md"), StandardCharsets.UTF_8);
    return Arrays.stream(text.split("```sql\n"))
        .map(block -> block.split("```")[0])
        .filter(block -> block.contains(holds))
        .findFirst()
        .orElseThrow()
        .replace("…", "x")
        .replace("database caseclock", "database " + database.jdbcUrl().replaceAll(".*/", ""))
        .replace("intake", ROLE)
        .split(";");
  }

  private void run(String... statements) throws SQLException {
    try (var statement = superuser.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String text(String query) throws SQLException {
    try (var statement = superuser.createStatement();
        var rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
