package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;
import java.time.Instant;
import java.util.Map;

/** An emergency call that is handled and ends without a case. */
public final class Incidents implements Scenario {

  @Override
  public void tell(Story story) {
    var dice = story.dice();
    if (dice.chance(0.02)) {
      byLetter(story);
      return;
    }
    if (dice.chance(0.02)) {
      emergency(story);
    }
    handled(story, Map.of());
  }

  /**
   * Handling, feedback and call-back; a few are not reached, and a few are not satisfied. Gives
   * when the handling was finished.
   */
  static Instant handled(Story story, Map<String, Object> facts) {
    var dice = story.dice();
    var incident = story.incident();
    var finished =
        story.tell(
            "incident-handling-finished",
            incident,
            story.opensAt().plus(dice.minutes(12, 75)),
            facts);
    var entered = story.within(hours(2), finished, "incident-feedback-entered", incident);
    var answer = dice.share();
    Map<String, Object> said = answer < 0.06 ? Map.of() : Map.of("satisfied", answer < 0.955);
    var called = story.withinSaying(days(1), entered, "incident-callback-done", incident, said);
    if (answer >= 0.955) {
      var complaint =
          story.tell("incident-callback-unsatisfied", incident, called.plusSeconds(120));
      story.within(days(7), complaint, "incident-rework-done", incident);
    }
    return finished;
  }

  private static void emergency(Story story) {
    var finished = story.tell("emergency-handling-finished", story.incident(), story.opensAt());
    story.within(hours(24), finished, "report-registered", story.incident());
  }

  private static void byLetter(Story story) {
    var received = story.tell("written-report-received", story.incident(), story.opensAt());
    story.within(days(3), received, "report-registered", story.incident());
  }
}
