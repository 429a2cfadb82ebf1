package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;
import java.util.Map;

/** A penalty on the spot, reported for the record; a fine taken there goes to the bank. */
public final class OnSpotPenalty implements Scenario {

  @Override
  public void tell(Story story) {
    var dice = story.dice();
    var theCase = story.theCase();
    var imposed =
        story.tell(
            "on-spot-penalty", theCase, story.opensAt(), Map.of("caseKind", "public-security"));
    story.within(hours(24), imposed, "penalty-recorded", theCase);
    if (dice.chance(0.4)) {
      var collected = story.tell("fine-collected", theCase, imposed.plus(dice.minutes(2, 10)));
      var handedOver = story.within(days(2), collected, "fine-handed-over", theCase);
      story.within(days(2), handedOver, "fine-banked", theCase);
    }
  }
}
