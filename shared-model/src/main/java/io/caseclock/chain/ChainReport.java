package io.caseclock.chain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was found of a chain, up to its first broken link.
 *
 * @param days that were proved whole
 * @param entries of those days
 * @param forgotten days of which the retention left only the head
 * @param outside entries from before there was a chain, which nothing proves
 * @param last the head of the newest day that was proved or forgotten
 * @param broken the first broken link
 */
public record ChainReport(
    int days,
    long entries,
    int forgotten,
    long outside,
    Optional<DayHead> last,
    Optional<Broken> broken) {

  /**
   * A broken link.
   *
   * @param number within the day; 0 where it is the day itself
   */
  public record Broken(LocalDate day, int number, Fault fault) {}
}
