package io.caseclock.local.sample.scenario;

import static io.caseclock.local.sample.story.Limit.days;
import static io.caseclock.local.sample.story.Limit.hours;

import io.caseclock.local.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Items that are seized, stored, lent, and given back or forfeited. */
final class Belongings {

  private Belongings() {}

  /**
   * Seizure in an administrative case: it ends within thirty days, or sixty once extended; gives
   * the items.
   */
  static List<String> administrative(Story story, Instant from) {
    var dice = story.dice();
    List<String> items = new ArrayList<>();
    for (var left = dice.between(1, 2); left > 0; left--) {
      var item = story.newItem();
      items.add(item);
      var seized = stored(story, item, from);
      var extended = dice.chance(0.1) ? extension(story, item, seized) : seized;
      var limit = extended.equals(seized) ? days(30) : days(60);
      var end = dice.chance(0.6) ? "property-released" : "seizure-resolved";
      story.within(limit, seized, extended, end, item, Map.of());
    }
    if (dice.chance(0.08)) {
      preserved(story, from);
    }
    return items;
  }

  /** Seizure in a criminal case lasts as long as the case needs it. */
  static void criminal(Story story, Instant from) {
    var dice = story.dice();
    for (var left = dice.between(1, 3); left > 0; left--) {
      var item = story.newItem();
      var seized = stored(story, item, from);
      if (dice.chance(0.15)) {
        var lent = story.tell("property-borrowed", item, seized.plus(dice.days(3, 12)));
        story.within(hours(24), lent, "property-returned-to-store", item);
      }
    }
  }

  private static Instant stored(Story story, String item, Instant from) {
    var seized = story.tell("property-seized", item, from.plus(story.dice().minutes(10, 90)));
    story.within(hours(24), seized, "property-handed-over", item);
    return seized;
  }

  private static Instant extension(Story story, String item, Instant seized) {
    var at = story.nextOffice(seized.plus(story.dice().days(14, 20)));
    return story.extend("seizure-admin", "P30D", "county", item, at);
  }

  private static void preserved(Story story, Instant from) {
    var item = story.newItem();
    var kept = story.tell("evidence-registered-preserved", item, from.plus(Duration.ofMinutes(20)));
    story.within(days(7), kept, "preservation-decided", item);
  }
}
