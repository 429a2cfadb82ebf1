package io.caseclock.local.sample.story;

import java.time.Duration;

/**
 * How well a unit keeps to its limits. All units do better from month to month: of what was due at
 * the beginning of the sample twice as much was late as usual, of what was due lately hardly
 * anything.
 */
public enum Conduct {
  USUAL(0.016),
  /** Visibly later than the others. */
  TROUBLED(0.065),
  /** Late like the others at first; since then never. */
  SAFE(0.016) {
    @Override
    double lateness(Duration ago) {
      return ago.compareTo(SAFE_FOR) < 0 ? 0 : super.lateness(ago);
    }
  };

  /** The last full month lies in it on any day. */
  public static final Duration SAFE_FOR = Duration.ofDays(63);

  private static final double LATE_NO_MORE = 15;
  private static final double LATE_AT_FIRST = 92;
  private static final double AT_FIRST = 2.4;
  private static final double LATELY = 0.05;

  private final double usual;

  Conduct(double usual) {
    this.usual = usual;
  }

  /** The share of what was due so long ago that is done late. */
  double lateness(Duration ago) {
    var days = ago.toHours() / 24.0;
    var share = Math.clamp((days - LATE_NO_MORE) / (LATE_AT_FIRST - LATE_NO_MORE), 0, 1);
    return usual * (LATELY + (AT_FIRST - LATELY) * share);
  }
}
