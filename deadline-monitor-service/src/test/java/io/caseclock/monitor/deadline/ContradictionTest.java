package io.caseclock.monitor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Subject;
import io.caseclock.monitor.deadline.Contradiction.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContradictionTest {

  private static final Instant NOW = Instant.parse("2026-03-20T02:00:00Z");

  private final Story story = new Story(Subject.ofCase("A990001"), ShippedPack.PACK.zone());

  @Test
  void a_case_decided_before_it_was_filed_is_a_contradiction_and_its_deadline_goes_on() {
    story
        .happens("decision-made", "2026-03-01T10:00:00+08:00")
        .happens("case-filed", "2026-03-02T10:00:00+08:00");

    assertThat(contradictions()).extracting(Contradiction::kind).contains(Kind.DONE_BEFORE_BEGUN);
    assertThat(deadlines())
        .filteredOn(deadline -> deadline.rule().id().equals("public-security-case-handling"))
        .extracting(Deadline::state)
        .singleElement()
        .isInstanceOf(DeadlineState.Running.class);
  }

  @Test
  void a_span_that_ends_before_it_begins_is_a_contradiction() {
    story
        .happens("case-filed", "2026-03-02T10:00:00+08:00")
        .happens("appraisal-opinion-received", "2026-03-05T10:00:00+08:00")
        .happens("appraisal-commissioned", "2026-03-06T10:00:00+08:00");

    assertThat(contradictions())
        .extracting(Contradiction::kind)
        .contains(Kind.SPAN_ENDS_BEFORE_IT_BEGINS);
  }

  @Test
  void the_right_order_is_no_contradiction() {
    story
        .happens("case-filed", "2026-03-02T10:00:00+08:00")
        .happens("appraisal-commissioned", "2026-03-05T10:00:00+08:00")
        .happens("appraisal-opinion-received", "2026-03-06T10:00:00+08:00")
        .happens("decision-made", "2026-03-10T10:00:00+08:00");

    assertThat(contradictions()).isEmpty();
  }

  @Test
  void an_end_that_ended_something_else_is_no_contradiction() {
    var person = new Subject("person", "P-1");
    story
        .happensTo(person, "criminal-detention-announced", at("2026-03-02T02:00:00Z"), Map.of())
        .happensTo(person, "family-notified", at("2026-03-02T05:00:00Z"), Map.of())
        .happensTo(person, "arrest-executed", at("2026-03-09T02:00:00Z"), Map.of());

    assertThat(contradictions()).isEmpty();
  }

  private List<Contradiction> contradictions() {
    return Contradiction.in(story.timeline(), deadlines());
  }

  private List<Deadline> deadlines() {
    return ShippedPack.engine().evaluate(story.timeline(), NOW);
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
