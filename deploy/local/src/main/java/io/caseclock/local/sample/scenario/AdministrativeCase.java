package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;

import io.caseclock.local.sample.story.Story;
import java.util.Map;

/** An administrative case that is no public-security case: ninety days, seven for service. */
public final class AdministrativeCase implements Scenario {

  @Override
  public void tell(Story story) {
    var dice = story.dice();
    var theCase = story.theCase();
    var accepted = Reports.accepted(story, Map.of("caseKind", "administrative-other"), 0.1);
    var filed = story.tell("case-filed", theCase, accepted.plus(dice.hours(1, 20)));
    var isFined = dice.chance(0.6);
    var decided =
        story.within(
            days(90), filed, filed, "decision-made", theCase, Map.of("fineImposed", isFined));
    var served = story.within(days(7), decided, "decision-served", theCase);
    if (isFined) {
      story.within(days(15), served, "fine-paid", theCase);
    }
    CaseFiles.follow(
        story, story.tellInOffice("case-closed", theCase, served.plus(dice.hours(3, 140))));
  }
}
