package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.monitor.period.Due;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.Packs;
import io.caseclock.time.WorkingCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who gets no answer may take the next step, from the end of the period for the answer. */
class UnansweredRemedyTest {

  private static final Pack LITIGATION = Packs.load(List.of("cn-litigation")).getFirst();
  private static final Engine ENGINE =
      new Engine(RuleBook.of(LITIGATION), WorkingCalendar.of(LITIGATION));

  @Test
  void a_reconsideration_without_a_decision_opens_the_lawsuit() {
    var story = Story.ofTheCase().on("2026-03-02 09:00", "reconsideration-accepted");

    assertThat(lawsuit(ShippedPack.engine(), story, "2026-05-06 23:00")).isEmpty();
    assertThat(lawsuit(ShippedPack.engine(), story, "2026-05-07 09:00"))
        .as("60 days end on Wed 2026-05-06, after Labour Day; 15 days later is Thu 05-21")
        .contains(LocalDate.of(2026, 5, 21));
  }

  @Test
  void a_decision_in_time_opens_it_when_it_is_served_and_not_before() {
    var story =
        Story.ofTheCase()
            .on("2026-03-02 09:00", "reconsideration-accepted")
            .on("2026-04-20 09:00", "reconsideration-decided")
            .on("2026-04-22 09:00", "reconsideration-decision-served");

    assertThat(lawsuit(ShippedPack.engine(), story, "2026-05-07 09:00"))
        .as("15 days from 04-22 are Thu 05-07")
        .contains(LocalDate.of(2026, 5, 7));
  }

  @Test
  void compensation_that_is_not_decided_opens_the_lawsuit_or_the_reconsideration_by_its_kind() {
    var administrative = Story.ofTheCase().on("2026-03-03 09:00", "compensation-applied");
    var now = "2026-05-07 09:00";

    assertThat(due(ENGINE, administrative, "state-compensation-litigation", now))
        .as("two months end on Sun 05-03, Wed 05-06 after Labour Day; three months to 08-06")
        .contains(LocalDate.of(2026, 8, 6));
    assertThat(due(ENGINE, administrative, "state-compensation-reconsideration-application", now))
        .isEmpty();
  }

  private static Optional<LocalDate> lawsuit(Engine engine, Story story, String now) {
    return due(engine, story, "litigation-after-reconsideration", now);
  }

  private static Optional<LocalDate> due(Engine engine, Story story, String rule, String now) {
    return engine.evaluate(story.timeline(), story.instant(now)).stream()
        .filter(deadline -> deadline.rule().id().equals(rule))
        .findFirst()
        .flatMap(deadline -> deadline.state().whenDue())
        .map(Due::on);
  }
}
