package io.caseclock.local.sample;

import io.caseclock.local.sample.story.Roster;
import io.caseclock.local.sample.story.Story;
import java.time.Duration;
import java.time.Instant;

/** Some cases change hands: to a colleague, or from a station to the criminal brigade. */
final class HandOvers {

  private static final Duration LONG = Duration.ofDays(5);
  private static final double TO_A_COLLEAGUE = 0.06;
  private static final double TO_THE_BRIGADE = 0.2;

  private HandOvers() {}

  /** Hands a long history over, or not; told last, when all its events are known. */
  static void follow(Story story, Kind kind, Roster roster, Instant now) {
    var lasted = Duration.between(story.opensAt(), story.lastAt());
    if (!kind.prefix().equals("A") || lasted.compareTo(LONG) < 0) {
      return;
    }
    var share = 0.2 + 0.6 * story.dice().share();
    var at = story.nextOffice(story.opensAt().plusSeconds((long) (share * lasted.toSeconds())));
    if (at.isBefore(now)) {
      handOver(story, kind, roster, at);
    }
  }

  private static void handOver(Story story, Kind kind, Roster roster, Instant at) {
    var isForTheBrigade = kind == Kind.CRIMINAL && !story.officer().unit().equals(Roster.CRIMINAL);
    if (isForTheBrigade && story.isPlain() && story.dice().chance(TO_THE_BRIGADE)) {
      var to = roster.handler(roster.unit(Roster.CRIMINAL), story.dice());
      story.handOver(to, at, "管辖移送 / handed over to the brigade");
    } else if (story.dice().chance(TO_A_COLLEAGUE)) {
      var to = roster.colleague(story.officer(), story.dice());
      story.handOver(to, at, "人员调整 / another officer takes over");
    }
  }
}
