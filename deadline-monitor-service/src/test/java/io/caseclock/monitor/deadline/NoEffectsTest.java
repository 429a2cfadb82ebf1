package io.caseclock.monitor.deadline;

import static io.caseclock.monitor.deadline.InventedRule.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoEffectsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String HANDLING = "public-security-case-handling";

  @Test
  void an_event_whose_type_no_rule_listens_to_says_so() {
    var story = Story.ofTheCase().on("2026-03-02 10:00", "something-unheard-of");

    assertThat(why(story, 1)).containsExactly(NoEffect.of(Reason.NO_RULE_LISTENS));
  }

  @Test
  void an_event_before_every_version_names_the_rules_that_listen() {
    var story = Story.ofTheCase().on("1990-03-02 10:00", "property-registered");

    assertThat(why(story, 1))
        .containsExactly(NoEffect.of(Reason.NOT_IN_FORCE, List.of("property-register-24h")));
  }

  @Test
  void an_end_with_nothing_open_names_the_rules_that_it_would_end() {
    var story = Story.ofTheCase().on("2026-03-02 10:00", "property-registered");

    assertThat(why(story, 1))
        .containsExactly(NoEffect.of(Reason.NOTHING_OPEN, List.of("property-register-24h")));
  }

  @Test
  void a_start_whose_conditions_the_facts_do_not_meet_names_the_rules() {
    var story =
        Story.ofTheCase()
            .on("2026-03-02 10:00", "facts-stated", Map.of("facts", Map.of("handoverGround", "x")))
            .on("2026-03-02 10:00", "returned-to-unit");

    assertThat(why(story, 2))
        .containsExactly(
            NoEffect.of(Reason.CONDITIONS_NOT_MET, List.of("property-handover-remote")));
  }

  @Test
  void a_withdrawn_event_and_a_withdrawal_of_nothing_say_so() {
    var story =
        Story.ofTheCase().on("2026-03-02 10:00", "case-filed").withdraws("2026-03-02 11:00", 1);
    assertThat(why(story, 1)).containsExactly(NoEffect.of(Reason.WITHDRAWN));
    assertThat(why(story, 2)).containsExactly(NoEffect.of(Reason.KEPT));

    var ofNothing = Story.ofTheCase().withdraws("2026-03-02 11:00", 77);
    assertThat(why(ofNothing, 1)).containsExactly(NoEffect.of(Reason.NO_SUCH_EVENT));
  }

  @Test
  void an_event_that_is_counted_names_the_rules_whose_deadlines_count_it() {
    var story = Story.ofTheCase().on("2026-03-02 10:00", "property-measure-taken");

    assertThat(why(story, 1))
        .containsExactly(NoEffect.of(Reason.TAKES_PART, List.of("property-register-24h")));
  }

  @Test
  void an_extension_says_why_it_was_refused_or_that_nothing_is_open_or_that_no_rule_is_meant() {
    var filed = Story.ofTheCase().on("2026-03-02 10:00", "case-filed");
    filed.on("2026-03-03 10:00", "extension-approved", Map.of("rule", HANDLING, "adds", "P400D"));
    assertThat(why(filed, 2))
        .containsExactly(new NoEffect(Reason.EXTENSION_REFUSED, List.of(HANDLING), "too-much"));

    var alone =
        Story.ofTheCase()
            .on("2026-03-03 10:00", "extension-approved", Map.of("rule", HANDLING, "adds", "P1D"));
    assertThat(why(alone, 1)).containsExactly(NoEffect.of(Reason.NOTHING_OPEN, List.of(HANDLING)));

    var ofNoRule =
        Story.ofTheCase()
            .on("2026-03-03 10:00", "extension-approved", Map.of("rule", "none", "adds", "P1D"));
    assertThat(why(ofNoRule, 1)).containsExactly(NoEffect.of(Reason.NO_SUCH_RULE));
  }

  @Test
  void facts_and_findings_are_kept() {
    var story =
        Story.ofTheCase()
            .on("2026-03-02 10:00", "facts-stated", Map.of("facts", Map.of("custody", true)))
            .on("2026-03-02 10:00", "finding-recorded", Map.of("text", "x"));

    assertThat(why(story, 1)).containsExactly(NoEffect.of(Reason.KEPT));
    assertThat(why(story, 2)).containsExactly(NoEffect.of(Reason.KEPT));
  }

  @Test
  void every_reason_has_a_sentence_in_both_languages() {
    assertThat(Reason.values())
        .allSatisfy(
            reason -> {
              assertThat(reason.names().zh()).isNotBlank();
              assertThat(reason.names().en()).isNotBlank();
            });
    assertThat(Reason.NOT_IN_FORCE.wire()).isEqualTo("not-in-force");
  }

  private static List<NoEffect> why(Story story, int nth) {
    var timeline = story.timeline();
    var all = story.events();
    Set<EventId> known = all.stream().map(CaseEvent::eventId).collect(Collectors.toSet());
    var event =
        all.stream().filter(one -> one.eventId().equals(told(nth))).findFirst().orElseThrow();
    return new NoEffects(
            List.of(RuleBook.of(ShippedPack.PACK)),
            timeline,
            ShippedPack.engine().evaluate(timeline, NOW))
        .of(event, known);
  }
}
