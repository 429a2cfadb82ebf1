package io.caseclock.monitor.list;

import io.caseclock.contract.Words;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A list as it was frozen for a meeting, with the numbers of a unit and all below it.
 *
 * @param on the day of the meeting
 * @param asOf the set time, as of which the rows stand
 * @param belated made later than set: the rows stand as of the set time by what was known when it
 *     was made
 * @param formerOn the meeting before, which it is compared with; null for the first
 * @param hash SHA-256 over all its rows, of all units
 */
public record Meeting(
    String list,
    LocalDate on,
    Instant asOf,
    Instant madeAt,
    boolean belated,
    @Nullable LocalDate formerOn,
    String hash,
    Numbers numbers) {

  /**
   * What it tells.
   *
   * @param ahead open deadlines that were not late
   * @param breached deadlines that were late and open
   * @param findings that stood
   * @param fresh faults that the meeting before did not have
   * @param mended faults of the meeting before that are none any more
   * @param still faults then and now
   * @param further rows that were counted and not kept, the least grave of a unit with very many
   */
  public record Numbers(
      long ahead,
      long breached,
      long findings,
      long fresh,
      long mended,
      long still,
      long further) {}

  /** What became of a row since the meeting before. */
  public enum Change {
    NEW,
    STILL,
    /** It has ended, or is late no more since its due instant moved. */
    MENDED,
    /** No fault, only open. */
    AHEAD;

    public String wire() {
      return Words.of(this);
    }
  }

  /** Which rows are wanted. */
  public enum Which {
    ALL,
    NEW,
    STILL,
    MENDED,
    AHEAD,
    /** Those that stood in the list then: all but what had ended. */
    STANDING
  }

  /** A row with what became of it. */
  public record Row(Change change, ListRow row) {}
}
