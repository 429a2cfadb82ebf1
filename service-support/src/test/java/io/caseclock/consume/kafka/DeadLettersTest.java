package io.caseclock.consume.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

  @Test
  void what_the_database_says_is_told_to_nobody_but_the_log() {
    var refused = new SQLException("ERROR: timestamp out of range: \"secret\"", "22008");

    assertThat(DeadLetters.told(new IllegalStateException("cannot be kept", refused)))
        .isEqualTo("the database refused it (22008); the log says more");
  }

  @Test
  void what_we_say_is_told_as_it_is() {
    assertThat(DeadLetters.told(new IllegalStateException("ce_id is missing")))
        .isEqualTo("ce_id is missing");
    assertThat(DeadLetters.told(new StackOverflowError())).isEqualTo("StackOverflowError");
  }
}
