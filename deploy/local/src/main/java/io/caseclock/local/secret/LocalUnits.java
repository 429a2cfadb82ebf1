package io.caseclock.local.secret;

import java.util.List;

/** Where the built-in users stand in the sample's fictional directory. */
public final class LocalUnits {

  /** The sub-bureau at the root of the sample's units. */
  public static final String ROOT = "9900";

  /** The legal officer that the built-in user {@code legal} is. */
  public static final String LEGAL_OFFICER = "P990001";

  /** The leader of the sub-bureau, who the built-in user {@code supervisor} is. */
  public static final String SUPERVISOR = "P990002";

  /** The officer that the built-in user {@code officer} is. */
  public static final String OFFICER = "P990101";

  /**
   * The event sources of a unit's own system, as it is registered for them: those of every unit for
   * the system of the whole sub-bureau.
   */
  static List<String> sourcesOf(String unit) {
    var own = "urn:precinct:" + unit;
    return unit.equals(ROOT) ? List.of("urn:precinct:*") : List.of(own, own + ":*");
  }

  private LocalUnits() {}
}
