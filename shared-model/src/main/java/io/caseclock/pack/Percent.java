package io.caseclock.pack;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A percentage from 0 to 100 with at most two decimals, compared exactly: a rate of met deadlines
 * is a numerator over a denominator, never a rounded figure.
 *
 * @param hundredths 9850 for 98.5 %
 */
public record Percent(int hundredths) implements Comparable<Percent> {

  /** What it reads like, for a message about a text that does not. */
  public static final String FORM = "a percentage from 0 to 100 like 98 or 97.5";

  public static final Percent ZERO = new Percent(0);

  private static final int HUNDRED = 10_000;
  private static final Pattern TEXT = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

  /** Refuses less than 0 and more than 100 percent. */
  public Percent {
    if (hundredths < 0 || hundredths > HUNDRED) {
      throw new IllegalArgumentException("expected " + FORM + ", not " + hundredths + " of 10000");
    }
  }

  /** Reads {@link #FORM}; refuses other text with an {@link IllegalArgumentException}. */
  public static Percent parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException("expected " + FORM + ", not '" + text + "'");
    }
    return new Percent(new BigDecimal(text).movePointRight(2).intValueExact());
  }

  /**
   * Whether {@code met} of {@code all} is at least so much.
   *
   * @param all more than zero
   */
  public boolean isReachedBy(long met, long all) {
    if (all <= 0 || met < 0 || met > all) {
      throw new IllegalArgumentException("not a rate: " + met + " of " + all);
    }
    return Math.multiplyExact(met, HUNDRED) >= Math.multiplyExact(all, hundredths);
  }

  /** As a number of percent, such as 97.5. */
  public BigDecimal value() {
    return new BigDecimal(toString());
  }

  @Override
  public int compareTo(Percent other) {
    return Integer.compare(hundredths, other.hundredths);
  }

  /** Without decimals that are zero: {@code 98}, {@code 97.5}. */
  @Override
  public String toString() {
    var exact = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    return exact.setScale(Math.max(0, exact.scale())).toPlainString();
  }
}
