package io.caseclock.log.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OneLineFormatterTest {

  private static final String FORGED = "x\r\n2026-03-02 09:00:00 INFO all is well";

  @Test
  void a_forged_line_in_a_message_stays_one_line() {
    var logged = new ExtLogRecord(Level.WARNING, "caseId=" + FORGED + " refused", "test");

    assertThat(line(logged).lines())
        .containsExactly("caseId=x\\r\\n2026-03-02 09:00:00 INFO all is well refused");
  }

  @Test
  void a_forged_line_in_a_parameter_stays_one_line() {
    var logged = new ExtLogRecord(Level.WARNING, "case %s", FormatStyle.PRINTF, "test");
    logged.setParameters(new Object[] {FORGED});

    assertThat(line(logged).lines())
        .containsExactly("case x\\r\\n2026-03-02 09:00:00 INFO all is well");
  }

  @Test
  void messages_of_causes_stay_one_line_and_our_own_stack_keeps_its_lines() {
    var logged = new ExtLogRecord(Level.SEVERE, "request failed", "test");
    var cause = new IllegalArgumentException("bad id " + FORGED);
    cause.addSuppressed(new IllegalStateException("also " + FORGED));
    logged.setThrown(new IllegalStateException("outer " + FORGED, cause));

    var lines = line(logged).lines().toList();

    assertThat(lines).filteredOn(line -> line.startsWith("2026")).isEmpty();
    assertThat(lines.getFirst()).startsWith("request failed");
    assertThat(lines).anyMatch(line -> line.contains("Caused by: java.lang.Illegal"));
    assertThat(lines).anyMatch(line -> line.startsWith("\tat " + getClass().getName()));
    assertThat(lines).anyMatch(line -> line.contains("also x\\r\\n2026"));
  }

  @Test
  void causes_that_go_in_a_circle_end() {
    var outer = new IllegalStateException("outer");
    var inner = new IllegalStateException("inner", outer);
    outer.initCause(inner);
    var logged = new ExtLogRecord(Level.SEVERE, "request failed", "test");
    logged.setThrown(outer);

    assertThat(line(logged)).contains("outer", "inner");
  }

  static Stream<Arguments> odd() {
    return Stream.of(
        Arguments.of("案件 A-1 𠮷", "案件 A-1 𠮷"),
        Arguments.of("a\tb", "a\\tb"),
        Arguments.of("a\u202eb", "a\\u202eb"),
        Arguments.of("a\u2028b", "a\\u2028b"),
        Arguments.of("a\u0000b", "a\\u0000b"),
        Arguments.of("a\u001b[31mb", "a\\u001b[31mb"),
        Arguments.of("a\u200bb", "a\\u200bb"),
        Arguments.of("a\ud800b", "a\\ud800b"),
        Arguments.of("a\udb40\udc41b", "a\\udb40\\udc41b"));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void what_hides_or_turns_is_shown(String text, String shown) {
    assertThat(line(new ExtLogRecord(Level.INFO, text, "test"))).isEqualTo(shown + "\n");
  }

  @Test
  void every_handler_below_another_gets_it_once() {
    Handler inner = new ConsoleHandler(new PatternFormatter("%s%n"));
    LogWiring.encode(inner);
    var first = inner.getFormatter();
    LogWiring.encode(inner);

    assertThat(first).isInstanceOf(OneLineFormatter.class);
    assertThat(inner.getFormatter()).isSameAs(first);
  }

  private static String line(ExtLogRecord logged) {
    return new OneLineFormatter(new PatternFormatter("%s%e%n")).format(logged);
  }
}
