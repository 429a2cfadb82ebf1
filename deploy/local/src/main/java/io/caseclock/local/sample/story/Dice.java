package io.caseclock.local.sample.story;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Chance that repeats itself: the same seed throws the same numbers. */
public final class Dice {

  private final Random random;

  public Dice(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
  }

  /** True in {@code share} of all throws. */
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** From 0 inclusive to 1 exclusive. */
  public double share() {
    return random.nextDouble();
  }

  /** Both ends are possible. */
  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** Whole minutes; both ends are possible. */
  public Duration minutes(int least, int most) {
    return Duration.ofMinutes(between(least, most));
  }

  /** Hours, to the minute; both ends are possible. */
  public Duration hours(int least, int most) {
    return minutes(least * 60, most * 60);
  }

  /** Days of 24 hours, to the minute; both ends are possible. */
  public Duration days(int least, int most) {
    return minutes(least * 1440, most * 1440);
  }

  public <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A seed for dice of their own. */
  public long seed() {
    return random.nextLong();
  }
}
