package io.caseclock.local.sample;

import io.caseclock.local.sample.story.Dice;
import io.caseclock.local.sample.story.Fate;
import io.caseclock.local.sample.story.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws up three months of work, and what of it is in trouble now. */
final class Planner {

  private static final Duration SPAN = Duration.ofDays(92);
  private static final int TRIES = 4000;

  private final Roster roster;
  private final Instant now;
  private final Dice dice;

  Planner(Roster roster, Instant now, Dice dice) {
    this.roster = roster;
    this.now = now;
    this.dice = dice;
  }

  /** All histories, oldest first. */
  List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    for (var kind : Kind.values()) {
      for (var fate : Fate.values()) {
        for (var left = kind.volume().of(fate); left > 0; left--) {
          plans.add(fate == Fate.SMOOTH ? smooth(kind) : fated(kind, fate));
        }
      }
    }
    plans.sort(Comparator.comparing(Plan::opensAt).thenComparing(Plan::seed));
    return plans;
  }

  private Plan smooth(Kind kind) {
    var unit = kind.unit(roster, dice);
    return new Plan(kind, unit, kind.rhythm().moment(dice, now, SPAN), Fate.SMOOTH, dice.seed());
  }

  /** Draws until a history comes to its fate; the last draw where none does. */
  private Plan fated(Kind kind, Fate fate) {
    var plan = draw(kind, fate);
    for (var left = TRIES; left > 0 && !plan.comesTrue(roster, now); left--) {
      plan = draw(kind, fate);
    }
    return plan;
  }

  /** Half of the draws lie in the last week, where the short periods are. */
  private Plan draw(Kind kind, Fate fate) {
    var unit = kind.troubledUnit(roster, dice);
    var span = dice.chance(0.5) ? Duration.ofDays(7) : SPAN.minusDays(14);
    return new Plan(kind, unit, kind.rhythm().moment(dice, now, span), fate, dice.seed());
  }
}
