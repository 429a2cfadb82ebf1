package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.hours;
import static io.caseclock.local.sample.story.Limit.workingDays;

import io.caseclock.local.sample.story.Limit;
import io.caseclock.local.sample.story.Story;
import java.time.Instant;

/**
 * What the sub-bureau asks of itself beyond the law: recordings that are linked, scenes that are
 * examined, evidence that is listed and taken, appraisals that are commissioned online. Told after
 * a history, so that it changes nothing in it.
 */
public final class Standards {

  private static final Limit EVIDENCE = workingDays(10);

  private Standards() {}

  /** Adds to a history what belongs to it. */
  public static void follow(Story story) {
    story.lastOf("incident-handling-finished").ifPresent(at -> recording(story, at));
    story.lastOf("case-accepted-or-refused").ifPresent(at -> accepted(story, at));
    story.lastOf("appraisal-commissioned").ifPresent(at -> online(story, at));
  }

  private static void recording(Story story, Instant finished) {
    if (story.dice().chance(0.42)) {
      var made = story.tell("incident-recording-made", story.incident(), finished.minusSeconds(90));
      story.promptly(hours(24), made, "recording-linked", story.incident());
    }
  }

  private static void accepted(Story story, Instant accepted) {
    var dice = story.dice();
    if (dice.chance(0.3)) {
      var orderedAt = story.opensAt().plus(dice.minutes(20, 90));
      var ordered = story.tell("scene-examination-ordered", story.theCase(), orderedAt);
      story.promptly(hours(24), ordered, "scene-examined", story.theCase());
    }
    var listedAt = accepted.plus(dice.hours(1, 6));
    if (dice.chance(0.7) && !isOverBefore(story, EVIDENCE.latestDue(listedAt))) {
      var listed = story.tell("evidence-list-made", story.theCase(), listedAt);
      story.promptly(EVIDENCE, listed, "evidence-taken", story.theCase());
    }
  }

  /** Nobody lists evidence for what is nearly decided. */
  private static boolean isOverBefore(Story story, Instant due) {
    return story.lastOf("decision-made").filter(due::isAfter).isPresent()
        || story.lastOf("case-closed").filter(due::isAfter).isPresent();
  }

  private static void online(Story story, Instant commissioned) {
    var dice = story.dice();
    var decidedAt = commissioned.minus(dice.minutes(10, 50));
    var decided = story.tell("appraisal-decided", story.theCase(), decidedAt);
    story.promptly(hours(24), decided, "online-appraisal-commissioned", story.theCase());
  }
}
