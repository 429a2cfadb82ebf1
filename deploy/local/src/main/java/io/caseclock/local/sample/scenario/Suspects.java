package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Limit;
import io.caseclock.local.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A suspect of an administrative case in the case-handling area. */
final class Suspects {

  private Suspects() {}

  /** Gives when the person had left again. */
  static Instant questioned(Story story, String person, Instant arrivesAt) {
    var dice = story.dice();
    var throwOf = dice.share();
    var ground =
        throwOf < 0.75 ? "ordinary" : throwOf < 0.93 ? "detention-possible" : "many-persons";
    var arrived = story.tell("suspect-arrived", person, arrivesAt, Map.of("inquiryGround", ground));
    var visit = story.venue("BAQ/" + person.substring("person/".length()));
    story.tell("venue-entered", visit, arrived.plus(Duration.ofMinutes(5)));
    var left = story.within(longest(ground).grave(), arrived, "suspect-left", person);
    story.tell("venue-left", visit, Story.latest(left, arrived.plus(Duration.ofMinutes(10))));
    return left;
  }

  private static Limit longest(String ground) {
    return switch (ground) {
      case "detention-possible" -> hours(24);
      case "many-persons" -> hours(12);
      default -> hours(8);
    };
  }
}
