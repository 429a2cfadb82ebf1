package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;
import static io.caseclock.local.sample.story.Limit.workingDays;

import io.caseclock.local.sample.story.Limit;
import io.caseclock.local.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A public-security case from the report to the archived file. */
public final class PublicSecurityCase implements Scenario {

  private static final String DECIDED = "decision-made";

  @Override
  public void tell(Story story) {
    var dice = story.dice();
    Map<String, Object> kind = Map.of("caseKind", "public-security");
    if (dice.chance(0.03)) {
      Reports.passedOn(story, kind);
    } else if (dice.chance(0.015)) {
      Reports.undetermined(story, kind);
    } else {
      var accepted = Reports.accepted(story, kind, 0.55);
      if (!dice.chance(0.04)) {
        handle(story, accepted);
      }
    }
  }

  private static void handle(Story story, Instant accepted) {
    var dice = story.dice();
    var isQuick = dice.chance(0.07);
    var filed =
        story.tell(
            "case-filed",
            story.theCase(),
            accepted.plus(dice.minutes(10, 900)),
            Map.of("quickProcedure", isQuick));
    var person = isQuick || dice.chance(0.7) ? story.newPerson() : null;
    var arrivesAt = person == null ? filed : filed.plus(dice.minutes(30, 1500));
    var left = person == null ? filed : Suspects.questioned(story, person, arrivesAt);
    List<String> items = dice.chance(0.3) ? Belongings.administrative(story, arrivesAt) : List.of();
    var penalty = new Penalty(story, person, items);
    if (isQuick) {
      penalty.follow(
          story.within(hours(46), arrivesAt, left, DECIDED, story.theCase(), penalty.facts()));
    } else {
      inOrdinaryCourse(story, filed, left, penalty);
    }
  }

  private static void inOrdinaryCourse(Story story, Instant filed, Instant left, Penalty penalty) {
    var course = story.dice().share();
    if (course < 0.08) {
      penalty.follow(afterAppraisal(story, filed, left, penalty));
    } else if (course < 0.17) {
      settled(story, Story.latest(filed, left));
    } else if (course < 0.23) {
      penalty.follow(afterFailedMediation(story, left, penalty));
    } else if (course < 0.31) {
      penalty.follow(extended(story, filed, left, penalty));
    } else if (course < 0.34) {
      penalty.follow(afterHearing(story, filed, left, penalty));
    } else {
      penalty.follow(decided(story, days(30), filed, left, penalty));
    }
  }

  private static Instant decided(
      Story story, Limit limit, Instant since, Instant after, Penalty penalty) {
    return story.within(limit, since, after, DECIDED, story.theCase(), penalty.facts());
  }

  private static Instant afterAppraisal(Story story, Instant filed, Instant left, Penalty penalty) {
    var served = Appraisals.ofInjury(story, filed);
    var after = Story.latest(served.at(), left);
    return decided(story, days(30), filed.plus(served.tolled()), after, penalty);
  }

  /** A settlement ends the case without a decision; at times only at the second attempt. */
  private static void settled(Story story, Instant since) {
    var dice = story.dice();
    var theCase = story.theCase();
    var settled = since.plus(dice.days(1, 12));
    if (dice.chance(0.35)) {
      var failed = story.tellInOffice("first-mediation-failed", theCase, settled);
      settled = story.within(workingDays(7), failed, "second-mediation-done", theCase);
    }
    var closed = story.tellInOffice("case-closed", theCase, settled.plus(dice.hours(1, 40)));
    CaseFiles.follow(story, closed);
  }

  private static Instant afterFailedMediation(Story story, Instant since, Penalty penalty) {
    var failed =
        story.tellInOffice(
            "mediation-failed", story.theCase(), since.plus(story.dice().days(3, 18)));
    return decided(story, days(30), failed, failed, penalty);
  }

  private static Instant extended(Story story, Instant filed, Instant left, Penalty penalty) {
    var at = story.nextOffice(filed.plus(story.dice().days(14, 20)));
    var approved =
        story.extend("public-security-case-handling", "P30D", "county", story.theCase(), at);
    return decided(story, days(60), filed, Story.latest(approved, left), penalty);
  }

  private static Instant afterHearing(Story story, Instant filed, Instant left, Penalty penalty) {
    var dice = story.dice();
    var theCase = story.theCase();
    var told = story.tellInOffice("hearing-right-notified", theCase, left.plus(dice.days(2, 9)));
    var applied = story.surely(workingDays(5), told, "hearing-applied", theCase);
    story.tell("hearing-application-received", theCase, applied);
    story.within(days(2), applied, "hearing-acceptance-decided", theCase);
    var held = story.tellInOffice("hearing-held", theCase, applied.plus(dice.days(4, 6)));
    var concluded = story.tell("hearing-concluded", theCase, held.plus(Duration.ofHours(3)));
    return decided(story, days(30), filed.plus(Duration.ofDays(5)), concluded, penalty);
  }
}
