package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StatementLogTest {

  private static final String SERIES = "select generate_series(1, ?)";
  private static final String INSERT = "insert into kept values (?)";

  private final StatementLog log = new StatementLog();

  @Test
  void each_execution_is_noted_and_each_row_that_is_read() throws SQLException {
    try (var connection = opened();
        var statement = connection.prepareStatement(SERIES)) {
      for (var last = 2; last <= 3; last++) {
        statement.setInt(1, last);
        try (var rows = statement.executeQuery()) {
          while (rows.next()) {
            assertThat(rows.getInt(1)).isPositive();
          }
        }
      }
    }

    assertThat(log.statements()).containsExactly(SERIES, SERIES);
    assertThat(log.rows()).isEqualTo(5);
  }

  @Test
  void a_batch_is_one_whatever_it_binds() throws SQLException {
    try (var connection = opened();
        var plain = connection.createStatement()) {
      plain.execute("create temporary table kept (number int)");
      try (var statement = connection.prepareStatement(INSERT)) {
        for (var number = 1; number <= 3; number++) {
          statement.setInt(1, number);
          statement.addBatch();
        }
        assertThat(statement.executeBatch()).hasSize(3);
      }
    }

    assertThat(log.statements())
        .containsExactly("create temporary table kept (number int)", INSERT);
  }

  @Test
  void what_the_database_refuses_is_refused_as_without_it() throws SQLException {
    try (var connection = opened();
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("select nothing"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("nothing");
    }

    assertThat(log.statements()).containsExactly("select nothing");
  }

  @Test
  void what_another_thread_sends_is_not_of_this_one() throws Exception {
    try (var connection = opened();
        var statement = connection.createStatement()) {
      var other =
          new Thread(
              () -> assertThatCode(() -> statement.execute("select 1")).doesNotThrowAnyException());
      other.start();
      other.join();
      statement.execute("select 2");
    }

    assertThat(log.statements()).containsExactly("select 1", "select 2");
    assertThat(log.statementsOfThisThread()).containsExactly("select 2");
  }

  @Test
  void it_begins_anew_when_it_is_cleared() throws SQLException {
    try (var connection = opened();
        var statement = connection.createStatement()) {
      statement.execute("select 1");
      log.clear();
    }

    assertThat(log.statements()).isEmpty();
    assertThat(log.rows()).isZero();
  }

  private Connection opened() throws SQLException {
    return log.over(TestDatabase.fresh()).getConnection();
  }
}
