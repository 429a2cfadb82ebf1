package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.workingDays;

import io.caseclock.local.sample.story.Story;
import java.time.Instant;

/** The paper after the case. */
final class CaseFiles {

  private CaseFiles() {}

  /** Assembled, handed to the centre, and archived some weeks later. */
  static void follow(Story story, Instant since) {
    var file = story.caseFile();
    var assembled = story.within(workingDays(10), since, "casefile-assembled", file);
    story.within(workingDays(5), assembled, "casefile-reviewed", file);
    var handedOver = story.within(workingDays(5), assembled, "casefile-handed-over", file);
    story.tellInOffice("casefile-archived", file, handedOver.plus(story.dice().days(5, 40)));
  }

  /** The same for a file that the archive takes only once the court is done. */
  static Instant assembled(Story story, Instant since) {
    var file = story.caseFile();
    var assembled = story.within(workingDays(10), since, "casefile-assembled", file);
    story.within(workingDays(5), assembled, "casefile-reviewed", file);
    return story.within(workingDays(5), assembled, "casefile-handed-over", file);
  }
}
