package io.caseclock.monitor.statistics;

import io.caseclock.contract.DeadlineCounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share with what it is a share of.
 *
 * @param met the numerator
 * @param of the denominator
 * @param percent to one place, rounded down, so that 100 means all; null where there is nothing to
 *     be a share of
 */
public record Rate(long met, long of, @Nullable BigDecimal percent) {

  /** Of fewer a share says nothing: such a group is never ranked. */
  public static final long FEWEST_TO_RANK = 5;

  public static Rate of(long met, long of) {
    return new Rate(met, of, percent(met, of));
  }

  /** Those met in time, of those of which it is known. */
  public static Rate inTime(DeadlineCounts counts) {
    return of(counts.metInTime(), counts.decided());
  }

  private static @Nullable BigDecimal percent(long met, long of) {
    return of == 0
        ? null
        : BigDecimal.valueOf(met)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(of), 1, RoundingMode.DOWN);
  }

  public boolean canBeRanked() {
    return of >= FEWEST_TO_RANK;
  }
}
