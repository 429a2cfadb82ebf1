package io.caseclock.monitor.prediction;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.prediction.Curves.Learned;
import java.time.Duration;
import java.time.InstantSource;

/** Learns from all kept deadlines how long the steps of each rule take, in each unit and above. */
public final class LearnCurves {

  /** So much is learned from in an instant; then there is no reason to wait for the night. */
  static final long QUICK = 100_000;

  static final Duration EVERY = Duration.ofHours(24);

  private final Observations observations;
  private final Curves curves;
  private final Law law;
  private final Directory directory;
  private final InstantSource clock;

  public LearnCurves(
      Observations observations, Curves curves, Law law, Directory directory, InstantSource clock) {
    this.observations = observations;
    this.curves = curves;
    this.law = law;
    this.directory = directory;
    this.clock = clock;
  }

  /** Learns anew. Several replicas may at once: each writes the same. */
  public Learned learn() {
    var now = clock.instant();
    var levels = new LevelCurves(directory::line, (rule, byUnit) -> curves.keep(rule, byUnit, now));
    observations.knownAt(now, PredictedRules.of(law), levels);
    levels.finish();
    curves.forgetBefore(now);
    return curves.learned();
  }

  /**
   * Learns where that is due: a day after the last time, and as long as little is known, each time.
   *
   * @return whether it was
   */
  public boolean learnIfDue() {
    var learned = curves.learned();
    var isDue = learned.finished() < QUICK || !learned.at().plus(EVERY).isAfter(clock.instant());
    if (isDue) {
      learn();
    }
    return isDue;
  }
}
