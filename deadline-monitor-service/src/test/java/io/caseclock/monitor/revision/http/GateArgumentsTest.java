package io.caseclock.monitor.revision.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gate takes on its command line. */
class GateArgumentsTest {

  private static final List<String> WHOLE =
      List.of("--monitor=http://m:8082", "--token-file=/t", "--at-most=3", "cn-a", "/packs/b");

  @Test
  void the_whole_is_read() {
    assertThat(GateArguments.of(WHOLE))
        .isEqualTo(
            new GateArguments(
                URI.create("http://m:8082/"), Path.of("/t"), 3, List.of("cn-a", "/packs/b")));
  }

  @ParameterizedTest
  @CsvSource({
    "0, --monitor is missing",
    "1, --token-file is missing",
    "2, --at-most is missing",
  })
  void nothing_is_taken_for_granted(int without, String told) {
    List<String> arguments = new ArrayList<>(WHOLE);
    arguments.remove(without);

    assertThatThrownBy(() -> GateArguments.of(arguments)).hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource({
    "0, --monitor=http://m:8082/x, Not an address",
    "0, --monitor=ftp://m, Not an address",
    "0, --monitor=http://user@m, Not an address",
    "2, --at-most=-1, --at-most is not a number",
    "2, --at-most=many, --at-most is not a number",
    "2, --at-most=9999999999, --at-most is not a number",
    "2, --at-most, Not an option",
    "2, --at-least=1, Not an option",
    "2, --monitor=http://n, --monitor stands there twice",
  })
  void whatever_makes_no_sense_is_refused(int at, String argument, String told) {
    List<String> arguments = new ArrayList<>(WHOLE);
    arguments.set(at, argument);

    assertThatThrownBy(() -> GateArguments.of(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void a_gate_without_packs_would_let_everything_through() {
    assertThatThrownBy(() -> GateArguments.of(WHOLE.subList(0, 3)))
        .hasMessageContaining("No pack is named");
  }
}
