package io.caseclock.bench.others;

import io.caseclock.pack.Bound;
import io.caseclock.pack.Direction;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Roll;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.Term.Unit;

/**
 * The rules of a pack that a general engine can state without code of its own for the law: an event
 * starts a number of hours or calendar days, and another event ends it.
 */
public final class PlainLaw {

  private PlainLaw() {}

  /** The same pack with its plain rules alone. */
  public static Pack of(Pack pack) {
    return pack.withRules(pack.rules().stream().filter(PlainLaw::isPlain).toList());
  }

  /**
   * Whether nothing restarts, pauses or prolongs it, no working day has a part in it, and it is a
   * duty to act before its end. An event of one type does not both start and end it.
   */
  static boolean isPlain(Rule rule) {
    return rule.direction() == Direction.FORWARD
        && rule.bound() == Bound.MAXIMUM
        && !rule.lapses()
        && rule.follows().isEmpty()
        && rule.dueOf().isEmpty()
        && rule.transition() == Rule.Transition.GRANDFATHERED
        && rule.stops().stream().noneMatch(stop -> rule.starts().contains(stop.event()))
        && rule.cancels().stream().noneMatch(cancel -> rule.starts().contains(cancel.event()))
        && rule.versions().stream().allMatch(PlainLaw::isPlain);
  }

  private static boolean isPlain(RuleVersion version) {
    var unit = version.period().unit();
    return (unit == Unit.HOURS || unit == Unit.CALENDAR_DAYS)
        && version.period().then() == null
        && version.term() == null
        && !version.startDayCounts()
        && version.roll() == Roll.NONE
        && version.tolling().isEmpty()
        && version.extensions().isEmpty()
        && version.restarts().isEmpty()
        && version.alternative() == null;
  }
}
