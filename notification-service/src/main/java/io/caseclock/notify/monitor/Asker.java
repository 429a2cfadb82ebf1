package io.caseclock.notify.monitor;

import org.jspecify.annotations.Nullable;

/**
 * In whose name the monitor is asked.
 *
 * @param token of the caller; empty where there is none that can be passed on
 * @param unit that the caller acts in, where they have several; null where there is none to choose
 */
public record Asker(String token, @Nullable String unit) {

  /** For what needs no token. */
  public static final Asker NOBODY = new Asker("", null);

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "Asker[in " + unit + "]";
  }
}
