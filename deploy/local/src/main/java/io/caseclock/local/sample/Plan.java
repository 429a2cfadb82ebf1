package io.caseclock.local.sample;

import io.caseclock.local.sample.scenario.Standards;
import io.caseclock.local.sample.story.Dice;
import io.caseclock.local.sample.story.Fate;
import io.caseclock.local.sample.story.Numbering;
import io.caseclock.local.sample.story.Roster;
import io.caseclock.local.sample.story.Setting;
import io.caseclock.local.sample.story.Story;
import io.caseclock.local.sample.story.Unit;
import java.time.Instant;

/**
 * A history that will be told, without its number yet.
 *
 * @param seed for the dice of this history alone, so that telling it twice tells the same
 */
record Plan(Kind kind, Unit unit, Instant opensAt, Fate fate, long seed) {

  /** Tells it under its number. */
  Story tell(Roster roster, Numbering numbering, Instant now) {
    var story = tell(roster, numbering.next(kind.prefix(), unit, opensAt), now);
    Standards.follow(story);
    HandOvers.follow(story, kind, roster, now);
    return story;
  }

  /** Whether it comes to what its fate means; a history may be over too soon for that. */
  boolean comesTrue(Roster roster, Instant now) {
    return tell(roster, kind.prefix() + "-trial", now).hasItsFate();
  }

  private Story tell(Roster roster, String caseId, Instant now) {
    var dice = new Dice(seed);
    var setting = new Setting(caseId, unit, roster.handler(unit, dice), opensAt);
    var story = new Story(setting, now, fate, dice);
    kind.scenario().tell(story);
    return story;
  }
}
