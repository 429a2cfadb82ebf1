package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The appraisal of an injury, during which the handling period stands still. */
final class Appraisals {

  private Appraisals() {}

  /**
   * Gives when the opinion was served.
   *
   * @param accepted when the injury case was accepted
   */
  static Served ofInjury(Story story, Instant accepted) {
    var theCase = story.theCase();
    var injured = story.tell("injury-case-accepted", theCase, accepted);
    var isComplex = story.dice().chance(0.4);
    var kind = isComplex ? "injury-complex" : "injury-instant";
    var commissioned =
        story.within(
            hours(24),
            injured,
            injured,
            "appraisal-commissioned",
            theCase,
            Map.of("appraisalKind", kind));
    var received = opinion(story, commissioned, isComplex);
    var served = story.within(days(5), received, "appraisal-opinion-served", theCase);
    reappraisal(story, served);
    return new Served(served, wholeDays(commissioned, received));
  }

  private static Instant opinion(Story story, Instant commissioned, boolean isComplex) {
    var theCase = story.theCase();
    if (!isComplex) {
      story.surely(hours(24), commissioned, "appraisal-opinion-given", theCase);
    }
    var issued =
        story.surely(days(isComplex ? 7 : 3), commissioned, "appraisal-document-issued", theCase);
    var receivedAt = issued.plus(story.dice().hours(1, 18));
    return story.tell("appraisal-opinion-received", theCase, receivedAt);
  }

  /** A party that lets the period lapse leaves it open for good, so that only a few lately do. */
  private static void reappraisal(Story story, Instant served) {
    if (story.isRecent(served, 14) && story.dice().chance(0.3)) {
      return;
    }
    var theCase = story.theCase();
    var applied = story.surely(days(3), served, "re-appraisal-applied", theCase);
    var refused =
        story.tellInOffice(
            "re-appraisal-refused", theCase, applied.plus(story.dice().hours(20, 60)));
    story.within(days(3), refused, "applicant-notified", theCase);
  }

  private static Duration wholeDays(Instant from, Instant to) {
    return Duration.ofDays(Duration.between(from, to).toDays());
  }

  /**
   * @param at when the parties had the opinion
   * @param tolled whole days that did not count
   */
  record Served(Instant at, Duration tolled) {}
}
