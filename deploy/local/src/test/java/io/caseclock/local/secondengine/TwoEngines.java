package io.caseclock.local.secondengine;

import io.caseclock.monitor.deadline.Engine;
import io.caseclock.monitor.deadline.RuleBook;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.time.WorkingCalendar;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Asks both engines the same. */
final class TwoEngines {

  private TwoEngines() {}

  static RandomCase make(Random random) {
    return new RandomStory(random, new RandomLaw(random).pack()).told();
  }

  static boolean differ(RandomCase given) {
    return !naive(given).equals(real(given));
  }

  /** The same difference in as few events as possible. */
  static RandomCase smallest(RandomCase given) {
    for (var event : given.events()) {
      var fewer = given.events().stream().filter(other -> !other.equals(event)).toList();
      var smaller = new RandomCase(given.pack(), fewer, given.now());
      if (differ(smaller)) {
        return smallest(smaller);
      }
    }
    return given;
  }

  static List<NaiveDeadline> naive(RandomCase given) {
    return sorted(NaiveLaw.deadlines(given.pack(), given.events(), given.now()));
  }

  static List<NaiveDeadline> real(RandomCase given) {
    var engine = new Engine(RuleBook.of(given.pack()), WorkingCalendar.of(given.pack()));
    var timeline = Timeline.of("A990001", given.events());
    return sorted(engine.evaluate(timeline, given.now()).stream().map(NaiveDeadline::of).toList());
  }

  private static List<NaiveDeadline> sorted(List<NaiveDeadline> deadlines) {
    return deadlines.stream().sorted(Comparator.comparing(NaiveDeadline::start)).toList();
  }
}
