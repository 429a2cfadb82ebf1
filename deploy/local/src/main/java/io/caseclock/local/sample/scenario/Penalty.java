package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;

import io.caseclock.local.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The end of a public-security case: decision, service, detention, fine, closing. */
final class Penalty {

  private final Story story;
  private final @Nullable String person;
  private final List<String> items;
  private final boolean isFined;
  private final boolean hasVictim;
  private final boolean isOnTheSpot;

  /**
   * @param person the offender, null where unknown
   * @param items what was seized
   */
  Penalty(Story story, @Nullable String person, List<String> items) {
    this.story = story;
    this.person = person;
    this.items = List.copyOf(items);
    this.isFined = person != null && story.dice().chance(0.5);
    this.hasVictim = story.dice().chance(0.35);
    this.isOnTheSpot = story.dice().chance(0.25);
  }

  /** The facts that the decision states. */
  Map<String, Object> facts() {
    return Map.of(
        "fineImposed", isFined, "hasVictim", hasVictim, "announcedOnTheSpot", isOnTheSpot);
  }

  void follow(Instant decided) {
    var served = served(decided);
    var executed = person != null && story.dice().chance(0.2) ? detained(person, decided) : served;
    if (isFined) {
      story.within(days(15), served, "fine-paid", story.theCase());
    }
    close(Story.latest(informed(decided, served), executed));
  }

  private Instant served(Instant decided) {
    var theCase = story.theCase();
    return isOnTheSpot
        ? story.tell("decision-served", theCase, decided.plus(Duration.ofMinutes(5)))
        : story.within(days(2), decided, "decision-served", theCase);
  }

  private Instant informed(Instant decided, Instant served) {
    return hasVictim
        ? Story.latest(
            served, story.within(days(2), decided, "decision-served-victim", story.theCase()))
        : served;
  }

  /** A term of N days ends on the N-th day, the day of entry counted. */
  private Instant detained(String offender, Instant decided) {
    var dice = story.dice();
    var term = dice.pick(List.of(3, 5, 7, 10, 15));
    var entered =
        story.tellWith(
            "detention-house-entered",
            offender,
            decided.plus(dice.hours(2, 5)),
            Map.of("term", "P" + term + "D", "facts", Map.of("custody", true)));
    var releasedAt = entered.plus(Duration.ofDays(term - 1L));
    return story.tell("detention-released", offender, releasedAt, Map.of("custody", false));
  }

  private void close(Instant executed) {
    var isHeld = !items.isEmpty() && story.dice().chance(0.25);
    var closedAt = executed.plus(story.dice().hours(2, 120));
    var closed =
        story.tellInOffice(
            "case-closed", story.theCase(), closedAt, Map.of("propertyHeld", isHeld));
    if (isHeld) {
      story.within(days(30), closed, "property-disposed", items.getFirst());
    }
    CaseFiles.follow(story, closed);
  }
}
