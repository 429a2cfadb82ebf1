package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalOutputTest {

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final PrintStream out = TerminalOutput.on(terminal);

  @ParameterizedTest
  @ValueSource(strings = {"已收 received", "两行\n\tand a tab", "𠮷 is a family name", "é ß ‘"})
  void text_is_printed_as_it_is(String text) {
    out.println(text);

    assertThat(printed()).isEqualTo(text + System.lineSeparator());
  }

  @Test
  void what_would_work_the_terminal_is_named() {
    out.println("a\u001b[2Jb\u0007c\u009b31md\u202ee\u2066f\u0000");
    out.print("passed\rfailed");

    assertThat(printed())
        .isEqualTo(
            "a[U+001B][2Jb[U+0007]c[U+009B]31md[U+202E]e[U+2066]f[U+0000]%npassed[U+000D]failed"
                .formatted());
  }

  @Test
  void a_character_may_come_in_pieces() {
    for (var one : "案\u202e件𠮷".getBytes(StandardCharsets.UTF_8)) {
      out.write(one);
    }
    out.flush();

    assertThat(printed()).isEqualTo("案[U+202E]件𠮷");
  }

  private String printed() {
    return terminal.toString(StandardCharsets.UTF_8);
  }
}
