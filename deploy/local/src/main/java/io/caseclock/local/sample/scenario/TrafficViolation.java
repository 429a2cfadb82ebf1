package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;
import static io.caseclock.local.sample.story.Limit.workingDays;

import io.caseclock.local.sample.story.Story;
import java.util.Map;

/** A driver is stopped: the vehicle is impounded, blood taken, and the offender fined. */
public final class TrafficViolation implements Scenario {

  @Override
  public void tell(Story story) {
    var dice = story.dice();
    var theCase = story.theCase();
    var stopped =
        story.tell("facts-stated", theCase, story.opensAt(), Map.of("caseKind", "traffic"));
    var vehicle = story.newItem();
    var impounded = story.tell("vehicle-impounded", vehicle, stopped.plus(dice.minutes(5, 40)));
    story.within(hours(24), impounded, "vehicle-handed-over", vehicle);
    var papers = story.surely(days(30), impounded, "vehicle-papers-supplied", vehicle);
    story.within(workingDays(10), papers, "vehicle-release-decided", vehicle);
    if (dice.chance(0.4)) {
      var taken = story.tell("blood-sample-taken", theCase, stopped.plus(dice.minutes(30, 120)));
      story.within(workingDays(5), taken, "blood-sample-submitted", theCase);
    }
    var appeared = story.tell("offender-appeared", theCase, stopped.plus(dice.hours(10, 260)));
    var decided =
        story.within(
            hours(24), appeared, appeared, "decision-made", theCase, Map.of("fineImposed", true));
    var served = story.within(days(7), decided, "decision-served", theCase);
    var paid = story.within(days(15), served, "fine-paid", theCase);
    CaseFiles.follow(
        story, story.tellInOffice("case-closed", theCase, paid.plus(dice.hours(3, 50))));
  }
}
