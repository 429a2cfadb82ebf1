package io.caseclock.local.sample.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:20:00Z");

  @Test
  void what_lies_after_now_is_left_out_with_all_that_hangs_on_it() {
    var story = aStory(Fate.SMOOTH, Duration.ofHours(1), 1);

    var received = story.tell("report-received", story.incident(), story.opensAt());
    var filed = story.tell("case-filed", story.theCase(), received.plusSeconds(3601));
    story.within(Limit.days(30), filed, "decision-made", story.theCase());

    assertThat(story.events()).extracting(SampleEvent::type).containsExactly("report-received");
  }

  @Test
  void what_happens_exactly_now_is_told() {
    var story = aStory(Fate.SMOOTH, Duration.ZERO, 1);

    assertThat(story.tell("report-received", story.incident(), NOW)).isEqualTo(NOW);
    assertThat(story.events().getFirst().recordedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_step_that_is_surely_in_time_never_leaves_its_limit(long seed) {
    var story = aStory(Fate.SMOOTH, Duration.ofDays(60), seed);

    var done = story.surely(Limit.days(3), story.opensAt(), "fine-paid", story.theCase());

    assertThat(done).isAfter(story.opensAt()).isBefore(Limit.days(3).earliestDue(story.opensAt()));
  }

  @Test
  void a_neglected_history_leaves_a_step_undone_that_was_due_lately() {
    var stalled = 0;
    for (var seed = 0L; seed < 40; seed++) {
      var story = aStory(Fate.NEGLECTED, Duration.ofDays(34), seed);
      story.within(Limit.days(30), story.opensAt(), "decision-made", story.theCase());
      stalled += story.tally().neglected();
      assertThat(story.events()).hasSize(story.hasItsFate() ? 0 : 1);
    }
    assertThat(stalled).isBetween(30, 40);
  }

  @Test
  void a_history_that_was_due_long_ago_is_not_neglected_any_more() {
    for (var seed = 0L; seed < 40; seed++) {
      var story = aStory(Fate.NEGLECTED, Duration.ofDays(60), seed);
      story.within(Limit.days(30), story.opensAt(), "decision-made", story.theCase());
      assertThat(story.hasItsFate()).isFalse();
    }
  }

  private static Story aStory(Fate fate, Duration ago, long seed) {
    var roster = new Roster();
    var dice = new Dice(seed);
    var unit = roster.unit("9901");
    var setting = new Setting("A99012026000001", unit, roster.handler(unit, dice), NOW.minus(ago));
    return new Story(setting, NOW, fate, dice);
  }
}
