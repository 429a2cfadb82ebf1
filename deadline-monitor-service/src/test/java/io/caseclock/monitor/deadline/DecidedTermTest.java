package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.due;
import static io.caseclock.monitor.deadline.InventedRule.lasting;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.deadline.RefusedExtension.Reason;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A period that is decided in the case, within what the law allows. */
class DecidedTermTest {

  private final InventedRule rule = lasting("15 calendar-days").ofAtMost("15 calendar-days");

  @ParameterizedTest
  @CsvSource({
    "P14D, 2026-03-16, false",
    "P15D, 2026-03-17, false",
    "P16D, 2026-03-17, true",
    "P1M, 2026-03-17, true",
  })
  void is_counted_up_to_the_bound_and_beyond_it_is_a_finding(
      String term, LocalDate dueOn, boolean refused) {
    var story = Story.ofTheCase().on("2026-03-02 09:00", "begun", Map.of("term", term));

    var deadline = rule.after(story);

    assertThat(due(deadline).on()).isEqualTo(dueOn);
    assertThat(deadline.refused())
        .extracting(RefusedExtension::reason)
        .isEqualTo(refused ? java.util.List.of(Reason.TERM_OUT_OF_BOUNDS) : java.util.List.of());
  }

  @Test
  void beyond_the_bound_says_so_in_the_trace() {
    var story = Story.ofTheCase().on("2026-03-02 09:00", "begun", Map.of("term", "P20D"));

    assertThat(rule.after(story).trace())
        .extracting(step -> step.sentence().en())
        .anyMatch(sentence -> sentence.contains("15 calendar-days is counted"));
  }
}
