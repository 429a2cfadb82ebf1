package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.workingDays;

import io.caseclock.local.sample.story.Story;
import java.time.Instant;
import java.util.Map;

/** A traffic accident: settled by the parties, or determined and taken to review. */
public final class TrafficAccident implements Scenario {

  @Override
  public void tell(Story story) {
    var dice = story.dice();
    var theCase = story.theCase();
    var scene =
        story.tell(
            "scene-investigated",
            theCase,
            story.opensAt(),
            Map.of("caseKind", "traffic", "accidentAppraisalNeeded", false));
    story.tell("scene-investigation-ended", theCase, scene.plus(dice.minutes(30, 150)));
    if (dice.chance(0.65)) {
      var settled = story.tellInOffice("case-closed", theCase, scene.plus(dice.days(1, 8)));
      CaseFiles.follow(story, settled);
    } else {
      determined(story, scene);
    }
  }

  /** Every determination here is reviewed: a right that lapses would stay open for good. */
  private static void determined(Story story, Instant scene) {
    var dice = story.dice();
    var theCase = story.theCase();
    var made = story.within(workingDays(10), scene, "determination-made", theCase);
    var served = story.within(workingDays(3), made, "determination-served", theCase);
    var applied = story.surely(workingDays(3), served, "determination-review-applied", theCase);
    var forwarded =
        story.within(workingDays(2), applied, "determination-review-forwarded", theCase);
    var accepted =
        story.tellInOffice(
            "determination-review-accepted", theCase, forwarded.plus(dice.hours(20, 70)));
    var reviewed = story.within(days(30), accepted, "determination-review-decided", theCase);
    var told = story.within(workingDays(3), reviewed, "determination-review-served", theCase);
    CaseFiles.follow(story, story.tellInOffice("case-closed", theCase, told.plus(dice.days(1, 6))));
  }
}
