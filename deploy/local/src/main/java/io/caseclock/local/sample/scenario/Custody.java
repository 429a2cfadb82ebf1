package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A suspect of a criminal case, from the arrival to detention, arrest or bail.
 *
 * @param measuredAt when the last measure so far was taken
 * @param arrestedAt never where the person was not arrested
 * @param isOnBail whether bail runs until the case is transferred
 */
record Custody(String person, Instant measuredAt, Instant arrestedAt, boolean isOnBail) {

  private static final Map<String, Object> FREE = Map.of("custody", false);

  static Custody of(Story story, Instant arrivesAt) {
    var dice = story.dice();
    var person = story.newPerson();
    var isGrave = dice.chance(0.5);
    var arrived =
        story.tell("suspect-arrived", person, arrivesAt, Map.of("detentionNeeded", isGrave));
    if (isGrave || dice.chance(0.2)) {
      return detained(story, person, arrived.plus(dice.hours(2, 9)));
    }
    var left = story.within(hours(12).grave(), arrived, "suspect-left", person);
    return dice.chance(0.6)
        ? bailed(story, person, left.plus(Duration.ofMinutes(30)))
        : new Custody(person, left, story.never(), false);
  }

  private static Custody detained(Story story, String person, Instant announcedAt) {
    var dice = story.dice();
    var isRoaming = dice.chance(0.25);
    var announced =
        story.tell(
            "criminal-detention-announced",
            person,
            announcedAt,
            Map.of("custody", true, "roamingRepeatGang", isRoaming));
    story.within(hours(24).grave(), announced, "detention-centre-entered", person);
    toldAndHeard(story, person, announced);
    counsel(story, person, announced);
    if (dice.chance(0.3)) {
      return released(story, person, announced.plus(dice.hours(26, 60)));
    }
    return arrested(story, person, requested(story, person, announced, isRoaming));
  }

  private static void toldAndHeard(Story story, String person, Instant since) {
    story.within(hours(24).grave(), since, "first-interrogation", person);
    story.within(hours(24).grave(), since, "family-notified", person);
  }

  private static void counsel(Story story, String person, Instant announced) {
    var dice = story.dice();
    if (dice.chance(0.4)) {
      var asked = story.tell("lawyer-meeting-requested", person, announced.plus(dice.hours(3, 20)));
      story.within(hours(48), asked, "lawyer-met", person);
    }
    if (dice.chance(0.15)) {
      var applied = story.tell("legal-aid-applied", person, announced.plus(dice.hours(2, 12)));
      story.within(hours(24), applied, "legal-aid-forwarded", person);
      story.tell("legal-aid-relatives-told", person, applied.plus(Duration.ofHours(9)));
    }
  }

  private static Instant requested(
      Story story, String person, Instant announced, boolean isRoaming) {
    if (isRoaming) {
      return story.within(days(29).grave(), announced, "arrest-requested", person);
    }
    if (story.dice().chance(0.35)) {
      return story.within(days(3).grave(), announced, "arrest-requested", person);
    }
    var at = announced.plus(story.dice().hours(24, 60));
    var extended = story.extend("arrest-request", "P4D", "county", person, at);
    return story.within(days(7).grave(), announced, extended, "arrest-requested", person, Map.of());
  }

  private static Custody arrested(Story story, String person, Instant requested) {
    var dice = story.dice();
    var received =
        story.tell("arrest-request-received", person, requested.plus(dice.minutes(30, 240)));
    if (dice.chance(0.2)) {
      var decided = story.surely(days(7), received, "arrest-decided", person);
      return released(story, person, decided.plus(dice.minutes(30, 150)));
    }
    var arrested = story.surely(days(7), received, "arrest-executed", person);
    toldAndHeard(story, person, arrested);
    var executed = story.tell("arrest-decision-executed", person, arrested.plusSeconds(600));
    story.within(days(3), executed, "receipt-returned", person);
    return new Custody(person, arrested, arrested, false);
  }

  private static Custody released(Story story, String person, Instant at) {
    var released = story.tell("detention-released", person, at);
    story.tell("facts-stated", person, released, FREE);
    return bailed(story, person, released.plusSeconds(300));
  }

  private static Custody bailed(Story story, String person, Instant at) {
    var bailed = story.tell("bail-executed", person, at, FREE);
    var sent =
        story.tell("measure-documents-received", person, bailed.plus(Duration.ofMinutes(90)));
    story.within(hours(24), sent, "police-station-assigned", person);
    return new Custody(person, bailed, story.never(), true);
  }

  /** The procuratorate decides anew on bail once the case is there. */
  void afterTransfer(Story story, Instant transferred) {
    if (isOnBail) {
      story.tell("bail-ended", person, transferred.plus(story.dice().days(1, 12)));
    }
  }
}
