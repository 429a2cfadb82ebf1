package io.caseclock.notify.console.pack;

import io.caseclock.notify.console.pack.PacksTold.Told;

/**
 * A pack in force.
 *
 * @param here how notification has it, beside the monitor
 */
record PackLine(Told told, Here here) {

  /** Whether another service has the same pack. */
  public enum Here {
    SAME,
    OTHER,
    MISSING
  }

  /** Enough of the hash to compare by eye. */
  public String shortHash() {
    return told.hash().substring(0, Math.min(12, told.hash().length()));
  }

  public boolean isSame() {
    return here == Here.SAME;
  }
}
