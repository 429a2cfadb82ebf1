package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.Limit;
import io.caseclock.monitor.limit.OverLimitException;
import io.caseclock.monitor.timeline.Facts;
import io.caseclock.monitor.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What cases cost that are large, honestly or not. */
class LargeCaseTest {

  private static final Instant BEGIN = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final int MANY = 10_000;
  private static final Engine ENGINE = ShippedPack.engine();

  private final List<CaseEvent> events = new ArrayList<>();

  @Nested
  class An_honest_one {

    @Test
    void of_ten_thousand_items_is_evaluated_within_the_usual_limits() {
      happens("case-filed", "case/A990001", Map.of("facts", Map.of("caseKind", "criminal")));
      for (var i = 1; i < MANY; i++) {
        happens("property-measure-taken", "property/W-" + i, Map.of());
      }
      var budget = new Budget(CaseLimits.DEFAULT);

      var deadlines = ENGINE.evaluate(timeline(), NOW, budget);

      assertThat(deadlines).hasSizeGreaterThanOrEqualTo(MANY - 1);
      assertThat(budget.used(Limit.COMPARISONS)).isLessThan(10L * MANY);
      assertThat(Contradiction.in(timeline(), deadlines)).isEmpty();
    }

    @Test
    void of_five_thousand_items_that_were_registered_has_met_each_deadline() {
      for (var i = 0; i < MANY / 2; i++) {
        happens("property-measure-taken", "property/W-" + i, Map.of());
        happens("property-registered", "property/W-" + i, Map.of());
      }

      assertThat(ENGINE.evaluate(timeline(), NOW))
          .hasSize(MANY / 2)
          .allMatch(deadline -> deadline.state().status() == DeadlineStatus.MET);
    }

    @Test
    void of_ten_thousand_facts_takes_the_newest_of_each_person() {
      for (var i = 0; i < MANY; i++) {
        happens(
            "facts-stated", "person/P-" + i % 100, Map.of("facts", Map.of("custody", i % 2 == 0)));
      }
      happens("case-filed", "case/A990001", Map.of());
      var facts = new Facts(ShippedPack.PACK.facts(), timeline());

      assertThatCode(() -> ENGINE.evaluate(timeline(), NOW)).doesNotThrowAnyException();
      assertThat(facts.isInCustody(Subject.parse("person/P-98"), null)).isTrue();
      assertThat(facts.isInCustody(Subject.parse("person/P-99"), null)).isFalse();
    }
  }

  @Nested
  class One_that_costs_too_much {

    @Test
    void ends_early_and_names_the_limit() {
      for (var i = 0; i < 500; i++) {
        happens("case-filed", "case/A990001", Map.of());
      }
      for (var i = 0; i < 500; i++) {
        happens(
            "extension-approved",
            "case/A990001",
            Map.of("rule", "public-security-case-handling", "adds", "P90D", "level", "county"));
      }
      var budget = new Budget(CaseLimits.DEFAULT);

      assertThatThrownBy(() -> ENGINE.evaluate(timeline(), NOW, budget))
          .isInstanceOfSatisfying(
              OverLimitException.class, over -> assertThat(over.limit()).isEqualTo(Limit.STEPS));
      assertThat(budget.used(Limit.FINDINGS)).isLessThanOrEqualTo(CaseLimits.DEFAULT.findings());
    }

    @Test
    void may_have_as_many_deadlines_as_allowed_and_not_one_more() {
      var limits = new CaseLimits(10, 3, 10, 10, 10, 10, 100);
      for (var i = 1; i <= 2; i++) {
        happens("property-measure-taken", "property/W-" + i, Map.of());
      }
      assertThat(ENGINE.evaluate(timeline(), NOW, new Budget(limits))).hasSize(2);

      happens("property-measure-taken", "property/W-3", Map.of());
      assertThat(ENGINE.evaluate(timeline(), NOW, new Budget(limits))).hasSize(3);

      happens("property-measure-taken", "property/W-4", Map.of());
      assertThatThrownBy(() -> ENGINE.evaluate(timeline(), NOW, new Budget(limits)))
          .isInstanceOf(OverLimitException.class);
    }
  }

  @Nested
  class Refused_extensions {

    @Test
    void are_kept_up_to_the_limit_and_counted_beyond_it() {
      assertThat(refused(19)).satisfies(one -> isKept(one, 19, 0));
      assertThat(refused(20)).satisfies(one -> isKept(one, 20, 0));
      assertThat(refused(21)).satisfies(one -> isKept(one, 20, 1));
      assertThat(refused(21).trace().getLast().sentence().en())
          .isEqualTo("1 further extensions have no effect and are not listed one by one");
    }

    private Deadline refused(int number) {
      var story = Story.ofTheCase().on("2026-03-02 10:00", "begun");
      for (var i = 0; i < number; i++) {
        story.on(
            "2026-03-03 10:00", "extension-approved", Map.of("rule", "invented", "adds", "P1D"));
      }
      return InventedRule.lasting("30 calendar-days").after(story, "2026-03-04 10:00");
    }

    private static void isKept(Deadline deadline, int kept, int further) {
      assertThat(deadline.refused()).hasSize(kept);
      assertThat(deadline.refusedFurther()).isEqualTo(further);
    }
  }

  @Nested
  class Withdrawals_of_withdrawals {

    @Test
    void may_be_ten_thousand_deep() {
      happens("case-filed", "case/A990001", Map.of());
      for (var i = 1; i <= MANY; i++) {
        happens("event-withdrawn", "case/A990001", Map.of("id", "e" + i));
      }

      assertThat(timeline().find(new EventId("urn:precinct:x01", "e1"))).isPresent();
      assertThat(timeline().events()).hasSize(MANY / 2 + 1);
    }

    @Test
    void in_a_ring_of_three_leave_none_and_in_a_ring_of_four_all() {
      ring(3);
      assertThat(timeline().events()).isEmpty();

      events.clear();
      ring(4);
      assertThat(timeline().events()).hasSize(4);
    }

    @Test
    void in_a_ring_follow_from_one_that_stands_outside() {
      ring(3);
      happens("event-withdrawn", "case/A990001", Map.of("id", "e1"));

      assertThat(timeline().events())
          .extracting(event -> event.eventId().id())
          .containsExactlyInAnyOrder("e2", "e4");
    }

    private void ring(int members) {
      for (var i = 1; i <= members; i++) {
        happens("event-withdrawn", "case/A990001", Map.of("id", "e" + (i % members + 1)));
      }
    }
  }

  private Timeline timeline() {
    return Timeline.of("A990001", events);
  }

  private void happens(String type, String subject, Map<String, Object> data) {
    var at = BEGIN.plusSeconds(events.size());
    events.add(
        new CaseEvent(
            new EventId("urn:precinct:x01", "e" + (events.size() + 1)),
            type,
            Subject.parse(subject),
            "A990001",
            at,
            at,
            null,
            "X0101",
            "O1",
            data));
  }
}
