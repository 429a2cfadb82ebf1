package io.caseclock.notify.console.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days without a breach, as the monitor tells them. */
public record SafeDays(String unit, Run safeDays) {

  /**
   * How long it has lasted.
   *
   * @param lastBreachOn null where there was none
   * @param longest the longest run of such days
   */
  public record Run(long days, @Nullable LocalDate lastBreachOn, long longest) {}
}
