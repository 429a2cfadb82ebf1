package io.caseclock.chain;

import java.time.LocalDate;

/**
 * What is kept of a day for ever, also when its entries are forgotten.
 *
 * @param entries how many there are; at least one where it is kept
 * @param follows the hash of the last entry of the day before it that has any
 * @param last the hash of its last entry
 */
public record DayHead(LocalDate day, int entries, String follows, String last) {

  /** What the first entry of all follows. */
  public static final String GENESIS = "0".repeat(64);
}
