package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.local.StackException;
import io.caseclock.local.cli.DeadLettersCommand.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest {

  @Test
  void a_letter_is_named_by_its_service_and_its_number() {
    var place = Place.of("notification/17");

    assertThat(place.service()).isEqualTo("notification");
    assertThat(place.path()).isEqualTo("/api/v1/dead-letters/17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "17", "monitor", "monitor/", "monitor/x", "intake/1", "monitor/1/2"})
  void what_names_no_letter_is_refused_with_what_does(String text) {
    assertThatThrownBy(() -> Place.of(text))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("monitor")
        .hasMessageContaining("notification");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "show", "replay", "dismiss"})
  void every_subcommand_tells_its_use(String subcommand) {
    assertThat(CaseClockCli.run("dead-letters", subcommand, "--help")).isZero();
  }
}
