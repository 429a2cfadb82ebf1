package io.caseclock.notify.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share with what it is a share of.
 *
 * @param met the numerator
 * @param of the denominator; a share of nothing says nothing
 */
public record Counted(long met, long of) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Counted {
    if (met < 0 || met > of) {
      throw new IllegalArgumentException("not a share: " + met + " of " + of);
    }
  }

  /** To one place, rounded down, so that 100 means all; null where it is a share of nothing. */
  public @Nullable BigDecimal percent() {
    return of == 0
        ? null
        : BigDecimal.valueOf(met)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(of), 1, RoundingMode.DOWN);
  }
}
