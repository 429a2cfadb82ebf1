package io.caseclock.intake.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.EventId;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeardSourcesTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String SOURCE = "urn:precinct:9901";

  private Instant now = NOON.plusSeconds(60);
  private final HeardSources heard = new HeardSources(() -> now);

  @Test
  void events_are_added_up_by_source_and_hour() {
    heard.hear(accepted(SOURCE));
    now = NOON.plusSeconds(120);
    heard.hear(accepted(SOURCE));
    heard.hear(accepted("urn:precinct:9902"));
    now = NOON.plusSeconds(3600);
    heard.hear(accepted(SOURCE));

    assertThat(heard.take())
        .containsExactlyInAnyOrder(
            new Heard(SOURCE, NOON, 2, NOON.plusSeconds(60), NOON.plusSeconds(120)),
            new Heard("urn:precinct:9902", NOON, 1, NOON.plusSeconds(120), NOON.plusSeconds(120)),
            new Heard(SOURCE, NOON.plusSeconds(3600), 1, now, now));
    assertThat(heard.take()).isEmpty();
  }

  @Test
  void an_event_that_was_known_already_is_a_sign_of_life_and_no_event() {
    heard.hear(new Outcome.Duplicate(new EventId(SOURCE, "e"), "A-1", NOON));

    assertThat(heard.take()).containsExactly(new Heard(SOURCE, NOON, 0, now, now));
  }

  @Test
  void what_was_refused_is_no_sign_of_life() {
    heard.hear(
        new Outcome.Refused(SOURCE, "e", Problem.of(ProblemType.INVALID_EVENT, "so", List.of())));
    heard.hear(new Outcome.Conflicting(new EventId(SOURCE, "e")));
    heard.hear(new Outcome.OverQuota(10, 0, Duration.ofHours(1)));

    assertThat(heard.take()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:caseclock:intake", "urn:person:O1"})
  void people_and_the_suite_itself_cannot_fall_silent(String source) {
    heard.hear(accepted(source));

    assertThat(heard.take()).isEmpty();
  }

  @Test
  void what_could_not_be_kept_is_added_to_what_came_meanwhile() {
    heard.hear(accepted(SOURCE));
    var taken = heard.take();
    now = NOON.plusSeconds(120);
    heard.hear(accepted(SOURCE));

    heard.giveBack(taken);

    assertThat(heard.take())
        .containsExactly(new Heard(SOURCE, NOON, 2, NOON.plusSeconds(60), NOON.plusSeconds(120)));
  }

  @Test
  void a_caller_with_ever_new_sources_does_not_fill_the_memory() {
    for (var n = 0; n < HeardSources.MOST + 10; n++) {
      heard.hear(accepted(SOURCE + ":" + n));
    }
    heard.hear(accepted(SOURCE + ":0"));

    assertThat(heard.take())
        .hasSize(HeardSources.MOST)
        .contains(new Heard(SOURCE + ":0", NOON, 2, now, now));
  }

  private static Outcome accepted(String source) {
    return new Outcome.Accepted(new EventId(source, "e"), "A-1", NOON);
  }
}
