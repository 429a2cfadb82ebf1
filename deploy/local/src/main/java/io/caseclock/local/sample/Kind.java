package io.caseclock.local.sample;

import io.caseclock.local.sample.scenario.AdministrativeCase;
import io.caseclock.local.sample.scenario.CriminalCase;
import io.caseclock.local.sample.scenario.Incidents;
import io.caseclock.local.sample.scenario.NonPoliceCall;
import io.caseclock.local.sample.scenario.OnSpotPenalty;
import io.caseclock.local.sample.scenario.Patrol;
import io.caseclock.local.sample.scenario.PublicSecurityCase;
import io.caseclock.local.sample.scenario.Scenario;
import io.caseclock.local.sample.scenario.TrafficAccident;
import io.caseclock.local.sample.scenario.TrafficViolation;
import io.caseclock.local.sample.scenario.VenueCheck;
import io.caseclock.local.sample.story.Dice;
import io.caseclock.local.sample.story.Fate;
import io.caseclock.local.sample.story.Rhythm;
import io.caseclock.local.sample.story.Roster;
import io.caseclock.local.sample.story.Unit;
import java.util.function.Supplier;

/** What the sub-bureau does: how much of it, who does it, and what goes wrong with it now. */
enum Kind {
  INCIDENT("J", new Incidents(), Rhythm.ROUND_THE_CLOCK, new Volume(1900, 5, 3, 2)),
  PUBLIC_SECURITY(
      "A", new PublicSecurityCase(), Rhythm.ROUND_THE_CLOCK, new Volume(345, 15, 14, 4)),
  CRIMINAL("A", new CriminalCase(), Rhythm.OFFICE_HOURS, new Volume(110, 4, 5, 1)),
  ADMINISTRATIVE("A", new AdministrativeCase(), Rhythm.OFFICE_HOURS, new Volume(45, 1, 1, 0)),
  TRAFFIC_VIOLATION("A", new TrafficViolation(), Rhythm.ROUND_THE_CLOCK, new Volume(90, 2, 2, 1)),
  TRAFFIC_ACCIDENT("A", new TrafficAccident(), Rhythm.ROUND_THE_CLOCK, new Volume(60, 2, 1, 0)),
  ON_SPOT_PENALTY("A", new OnSpotPenalty(), Rhythm.OFFICE_HOURS, new Volume(120, 1, 1, 0)),
  VENUE_CHECK("V", new VenueCheck(), Rhythm.OFFICE_HOURS, new Volume(50, 2, 1, 2)),
  PATROL("V", new Patrol(), Rhythm.OFFICE_HOURS, new Volume(70, 1, 0, 0)),
  NON_POLICE("J", new NonPoliceCall(), Rhythm.ROUND_THE_CLOCK, new Volume(90, 0, 0, 0));

  private static final int TROUBLE = 5;

  private final String prefix;
  private final Scenario scenario;
  private final Rhythm rhythm;
  private final Volume volume;

  Kind(String prefix, Scenario scenario, Rhythm rhythm, Volume volume) {
    this.prefix = prefix;
    this.scenario = scenario;
    this.rhythm = rhythm;
    this.volume = volume;
  }

  /**
   * @param smooth histories that run their course
   * @param neglected histories with a breach that is open now
   * @param pressed histories with a warning that is open now
   * @param mended histories with a breach that was open last Monday and is mended
   */
  record Volume(int smooth, int neglected, int pressed, int mended) {

    int of(Fate fate) {
      return switch (fate) {
        case SMOOTH -> smooth;
        case NEGLECTED -> neglected;
        case MENDED -> mended;
        case PRESSED -> pressed;
      };
    }
  }

  String prefix() {
    return prefix;
  }

  Scenario scenario() {
    return scenario;
  }

  Rhythm rhythm() {
    return rhythm;
  }

  Volume volume() {
    return volume;
  }

  /** A unit that does such work, by its share of it. */
  Unit unit(Roster roster, Dice dice) {
    return brigade(roster, dice, () -> station(roster, dice, 1));
  }

  /** The same, but more often one that is in trouble, and never one that is safe. */
  Unit troubledUnit(Roster roster, Dice dice) {
    return brigade(roster, dice, () -> station(roster, dice, TROUBLE));
  }

  private Unit brigade(Roster roster, Dice dice, Supplier<Unit> station) {
    return switch (this) {
      case TRAFFIC_VIOLATION, TRAFFIC_ACCIDENT -> roster.unit(Roster.TRAFFIC);
      case CRIMINAL -> dice.chance(0.6) ? roster.unit(Roster.CRIMINAL) : station.get();
      case INCIDENT,
          PUBLIC_SECURITY,
          ADMINISTRATIVE,
          ON_SPOT_PENALTY,
          VENUE_CHECK,
          PATROL,
          NON_POLICE ->
          station.get();
    };
  }

  private static Unit station(Roster roster, Dice dice, int troubledTimes) {
    var stations = roster.stations();
    var total = stations.stream().mapToInt(unit -> weight(unit, troubledTimes)).sum();
    var left = dice.between(0, total - 1);
    for (var station : stations) {
      left -= weight(station, troubledTimes);
      if (left < 0) {
        return station;
      }
    }
    throw new IllegalStateException("the stations' weights do not add up");
  }

  private static int weight(Unit unit, int troubledTimes) {
    return switch (unit.conduct()) {
      case USUAL -> unit.weight();
      case TROUBLED -> unit.weight() * troubledTimes;
      case SAFE -> troubledTimes == 1 ? unit.weight() : 0;
    };
  }
}
