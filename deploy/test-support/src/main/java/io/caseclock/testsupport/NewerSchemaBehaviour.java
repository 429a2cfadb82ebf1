package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way back: a service starts on a schema that a newer version of it has migrated. */
public abstract class NewerSchemaBehaviour {

  private static final String OF_A_NEWER_VERSION =
      """
      insert into flyway_schema_history (installed_rank, version, description, type, script,
        checksum, installed_by, execution_time, success)
      values (9999, '9999', 'of a newer version', 'SQL', 'V9999__of_a_newer_version.sql',
        1, current_user, 1, true)
      """;

  /** What the service itself has its connections from. */
  protected abstract DataSource database();

  /** Does what the service does with its schema when it starts. */
  protected abstract void migrate();

  @BeforeEach
  void a_migration_that_is_not_known_here() throws SQLException {
    run(OF_A_NEWER_VERSION);
  }

  @AfterEach
  void forget() throws SQLException {
    run("delete from flyway_schema_history where version = '9999'");
  }

  @Test
  void the_version_before_starts_on_the_newer_schema() {
    assertThatCode(this::migrate).doesNotThrowAnyException();
  }

  private void run(String sql) throws SQLException {
    try (var connection = database().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
