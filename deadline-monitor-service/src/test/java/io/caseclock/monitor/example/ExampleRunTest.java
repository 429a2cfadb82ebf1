package io.caseclock.monitor.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.pack.Example;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleRunTest {

  private static final Pack PACK = PackReader.require(PackFiles.shipped("cn-public-security"));
  private static final String CASE_HANDLING = "public-security-case-handling";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 30 days from Thu 5 March 2026 end on Sat 4 April, a holiday until 6 April
        "| | 2026-04-07T23:59:59+08:00 | roll",
        "roll | none | 2026-04-04T23:59:59+08:00 | calendar-days",
        "period | 10 calendar-days | 2026-03-16T23:59:59+08:00 | term-from-event",
        "period | 10 working-days | 2026-03-19T23:59:59+08:00 | term-from-event",
        "period | 6 hours | 2026-03-05T16:00:00+08:00 | term-from-event",
        "tolling | 2026-03-10..2026-03-20 | 2026-04-14T23:59:59+08:00 | tolling",
        "tolling | 2026-03-10..2026-03-20 appraisal-commissioned | 2026-04-14T23:59:59+08:00 | tolling",
        "extensions | 30 calendar-days approved 2026-03-05 | 2026-05-06T23:59:59+08:00 | extension",
      })
  void circumstances_change_what_comes_out(String name, String text, String due, String mechanism) {
    var told = name == null ? Map.<String, String>of() : Map.of(name, text);

    assertThat(run(CASE_HANDLING, told, due).results())
        .singleElement()
        .isInstanceOfSatisfying(
            ExampleResult.Passed.class,
            passed -> assertThat(passed.mechanism().label()).isEqualTo(mechanism));
  }

  @Test
  void a_row_that_does_not_come_out_is_told_with_its_line_both_times_and_its_sentence() {
    var run = run(CASE_HANDLING, Map.of(), "2026-04-04T23:59:59+08:00");

    assertThat(run.passed()).isEmpty();
    assertThat(run.mistakes())
        .singleElement()
        .hasToString(
            "examples.csv:7: E1 public-security-case-handling: expected"
                + " 2026-04-04T23:59:59+08:00, the rules give 2026-04-07T23:59:59+08:00;"
                + " Counted by hand.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "extensions | 30 days approved 2026-03-05 | cannot read",
        "extensions | 30 calendar-days | cannot read",
        "tolling | 2026-03-10 | cannot read",
        "tolling | 2026-03-10..2026-03-12 rain | no such span",
        "restart_at | tomorrow | cannot read",
        "period | a while | cannot read",
        "roll | sideways | cannot read",
        "facts | caseKind:strange | the pack knows no fact",
        "facts | caseKind | cannot read",
      })
  void a_circumstance_that_cannot_be_read_is_told(String name, String text, String reason) {
    var run = run(CASE_HANDLING, Map.of(name, text), "2026-04-07T23:59:59+08:00");

    assertThat(run.mistakes()).singleElement().asString().contains("examples.csv:7", reason);
  }

  @Test
  void a_day_before_the_rule_existed_is_told() {
    var early =
        new Example(
            3,
            "E1",
            CASE_HANDLING,
            at("1990-01-01T08:00:00+08:00"),
            Map.of(),
            at("1990-01-31T23:59:59+08:00"),
            "Long ago.");

    assertThat(ExampleRun.of(PACK, List.of(early)).mistakes())
        .singleElement()
        .asString()
        .contains("examples.csv:3", "no version of the rule is in force on 1990-01-01");
  }

  private static ExampleRun run(String rule, Map<String, String> told, String due) {
    var row =
        new Example(
            7, "E1", rule, at("2026-03-05T10:00:00+08:00"), told, at(due), "Counted by hand.");
    return ExampleRun.of(PACK, List.of(row));
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
