package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.time.WorkingCalendar;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that start when a deadline of another rule is met, or passes unmet. */
class ChainedDeadlinesTest {

  private static final Pack PACK =
      PackReader.require(PackFiles.inFolder(Path.of("src/test/resources/packs/chained")));
  private static final Engine ENGINE = new Engine(RuleBook.of(PACK), WorkingCalendar.of(PACK));

  private final Story story = Story.ofTheCase().on("2026-03-02 09:00", "asked");

  private List<Deadline> at(String now) {
    return ENGINE.explain(story.timeline(), story.instant(now));
  }

  private Optional<Deadline> deadline(String rule, String now) {
    return at(now).stream().filter(one -> one.rule().id().equals(rule)).findFirst();
  }

  @Nested
  class By_a_breach {

    @ParameterizedTest
    @CsvSource({
      "2026-03-12 23:59:59, false",
      "2026-03-13 00:00:00, true",
      "2026-03-13 00:00:01, true",
    })
    void begins_once_the_other_has_passed_unmet(String now, boolean begun) {
      assertThat(deadline("remind", now).isPresent()).isEqualTo(begun);
    }

    @Test
    void counts_from_the_last_day_of_the_other() {
      assertThat(deadline("remind", "2026-03-14 09:00").flatMap(one -> one.state().whenDue()))
          .hasValueSatisfying(due -> assertThat(due.on()).isEqualTo(LocalDate.of(2026, 3, 15)));
    }

    @Test
    void stands_though_the_act_is_done_late() {
      story.on("2026-03-13 10:00", "answered");

      assertThat(deadline("remind", "2026-03-14 09:00")).isPresent();
    }

    @Test
    void is_as_if_it_had_never_been_once_the_act_proves_timely() {
      story.on("2026-03-12 10:00", "answered");

      assertThat(deadline("remind", "2026-03-14 09:00")).isEmpty();
    }

    @Test
    void may_itself_start_another() {
      assertThat(deadline("report-upwards", "2026-03-16 09:00").map(one -> one.state().status()))
          .contains(DeadlineStatus.RUNNING);
    }
  }

  @Nested
  class By_being_met {

    @ParameterizedTest
    @CsvSource({"2026-03-05 10:00, 2026-03-08", "2026-03-20 10:00, 2026-03-23"})
    void begins_with_the_act_in_time_or_late(String done, LocalDate dueOn) {
      story.on(done, "answered");

      assertThat(deadline("file-away", "2026-03-21 09:00").flatMap(one -> one.state().whenDue()))
          .hasValueSatisfying(due -> assertThat(due.on()).isEqualTo(dueOn));
    }

    @Test
    void does_not_begin_before() {
      assertThat(deadline("file-away", "2026-03-21 09:00")).isEmpty();
    }
  }

  @Nested
  class Counting_back_from_another {

    @Test
    void does_not_take_the_term_that_was_decided_for_the_other() {
      var decided = Story.ofTheCase().on("2026-03-02 09:00", "asked", Map.of("term", "P20D"));

      assertThat(ENGINE.evaluate(decided.timeline(), decided.instant("2026-03-03 09:00")))
          .filteredOn(one -> one.rule().id().equals("prepare"))
          .singleElement()
          .satisfies(
              one ->
                  assertThat(one.state().whenDue().orElseThrow().on())
                      .isEqualTo(LocalDate.of(2026, 3, 20)));
    }

    @Test
    void ends_when_the_other_is_cancelled_and_was_late_if_it_was_late_by_then() {
      story.on("2026-03-11 10:00", "dropped");

      assertThat(deadline("prepare", "2026-03-20 09:00").map(Deadline::state))
          .hasValueSatisfying(
              state -> {
                assertThat(state.status()).isEqualTo(DeadlineStatus.CANCELLED);
                assertThat(state.isLate()).isTrue();
              });
    }
  }
}
