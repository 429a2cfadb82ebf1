package io.caseclock.bench.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;

/**
 * How large the bureau is, and which day it is there.
 *
 * @param units in three levels: the root, one sub-bureau for each 25 units, and their stations
 */
public record Bureau(int deadlines, int cases, int units, LocalDate today, ZoneId zone) {

  public static final String ROOT = "X";
  public static final int OFFICERS_OF_A_STATION = 10;

  private static final int UNITS_OF_A_SUB_BUREAU = 25;
  private static final int HOUR = 10;

  /** A level of the tree. */
  public enum Level {
    ROOT,
    SUB_BUREAU,
    STATION;

    /** As a table names it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Bureau {
    if (deadlines < 1 || deadlines > 10_000_000 || cases < 1 || cases > deadlines) {
      throw new IllegalArgumentException("1 to 10,000,000 deadlines, and no more cases than that");
    }
    if (units < 3 || units > 10_000) {
      throw new IllegalArgumentException("3 to 10,000 units");
    }
  }

  public int subBureaus() {
    return Math.max(1, units / UNITS_OF_A_SUB_BUREAU);
  }

  public int stations() {
    return units - 1 - subBureaus();
  }

  public Instant now() {
    return today.atTime(HOUR, 0).atZone(zone).toInstant();
  }

  public static String subBureau(int number) {
    return ROOT + "S%03d".formatted(number);
  }

  public static String station(int number) {
    return ROOT + "T%05d".formatted(number);
  }

  /** Any unit of the level. */
  public String any(Level level, Random random) {
    return switch (level) {
      case ROOT -> ROOT;
      case SUB_BUREAU -> subBureau(random.nextInt(subBureaus()));
      case STATION -> station(random.nextInt(stations()));
    };
  }
}
