package io.caseclock.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.jdbc.Sql.DatabaseException;
import io.caseclock.testsupport.HeardLog;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRoundTest {

  private final HeardLog heard = HeardLog.of(JobRound.class);

  @AfterEach
  void hearNoMore() {
    heard.close();
  }

  @Test
  void what_is_done_is_not_told() {
    assertThat(JobRound.run("lists not frozen", () -> {})).isTrue();

    assertThat(heard.records()).isEmpty();
  }

  @Test
  void a_database_that_is_away_is_told_in_one_line() {
    var away = new DatabaseException(new SQLTransientConnectionException("no connection"));

    var isDone = JobRound.run("lists not frozen", failing(new IllegalStateException("!", away)));

    assertThat(isDone).isFalse();
    assertThat(heard.records()).hasSize(1);
    var told = heard.records().getFirst();
    assertThat(told.getLevel().intValue()).isEqualTo(Level.WARNING.intValue());
    assertThat(told.getMessage()).contains("lists not frozen");
    assertThat(told.getThrown()).isNull();
  }

  @Test
  void what_a_person_must_look_at_is_told_with_its_stack() {
    var cause = new DatabaseException(new SQLException("no such column", "42703"));

    var isDone = JobRound.run("lists not frozen", failing(cause));

    assertThat(isDone).isFalse();
    assertThat(heard.records()).hasSize(1);
    var told = heard.records().getFirst();
    assertThat(told.getLevel().intValue()).isGreaterThanOrEqualTo(Level.SEVERE.intValue());
    assertThat(told.getThrown()).isSameAs(cause);
  }

  private static Runnable failing(RuntimeException cause) {
    return () -> {
      throw cause;
    };
  }
}
