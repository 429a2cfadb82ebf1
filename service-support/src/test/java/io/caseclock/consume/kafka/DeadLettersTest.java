package io.caseclock.consume.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.consume.FailureReason;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {

  @Test
  void what_the_database_says_is_told_to_nobody_but_the_log() {
    var refused = new SQLException("ERROR: timestamp out of range: \"secret\"", "22008");

    assertThat(DeadLetters.told(new IllegalStateException("cannot be kept", refused)))
        .isEqualTo("the database refused it (22008); the log says more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "22003", "22008", "22009", "22021", "22P05", "54000"})
  void what_no_table_can_keep_is_malformed(String state) {
    var refused = new IllegalStateException(new SQLException("no", state));

    assertThat(DatabaseRetry.reasonOf(refused)).isEqualTo(FailureReason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22012", "23505", "42601", "25P02"})
  void what_our_statements_do_wrong_is_a_bug(String state) {
    var refused = new IllegalStateException(new SQLException("no", state));

    assertThat(DatabaseRetry.reasonOf(refused)).isEqualTo(FailureReason.BUG);
    assertThat(DatabaseRetry.reasonOf(new IllegalStateException())).isEqualTo(FailureReason.BUG);
  }

  @Test
  void what_we_say_is_told_as_it_is() {
    assertThat(DeadLetters.told(new IllegalStateException("ce_id is missing")))
        .isEqualTo("ce_id is missing");
    assertThat(DeadLetters.told(new StackOverflowError())).isEqualTo("StackOverflowError");
  }
}
