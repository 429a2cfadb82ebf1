package io.caseclock.monitor.list;

import io.caseclock.contract.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Counts for each officer or unit. */
public interface OfficerCounts {

  /** What is counted together. */
  enum By {
    OFFICER,
    UNIT;

    public String wire() {
      return Words.of(this);
    }
  }

  /**
   * What is counted: deadlines about the elements of the list, whatever their lists, and findings
   * of its kinds.
   *
   * @param unit the unit whose subtree is counted
   * @param from the first day, inclusive, in the zone of the list's pack
   * @param to the last day, inclusive
   * @param notCounted rules that set no duty of the authority
   * @param now what is open is late by then or not
   */
  record Asked(
      WatchedList list,
      String unit,
      LocalDate from,
      LocalDate to,
      By by,
      Set<String> notCounted,
      Instant now) {

    public Asked {
      notCounted = Set.copyOf(notCounted);
    }

    public Instant begin() {
      return from.atStartOfDay(list.pack().zone()).toInstant();
    }

    /** Exclusive. */
    public Instant end() {
      return to.plusDays(1).atStartOfDay(list.pack().zone()).toInstant();
    }
  }

  /** All to whom anything fell, in no particular order. */
  List<OfficerDue> dues(Asked asked);

  /**
   * The whole load of each of these, in no particular order.
   *
   * @param of some of {@link #dues}; the more there are, the longer it takes
   */
  List<OfficerLoad> loads(Asked asked, List<OfficerDue> of);

  /** What each of these repeated, the most often first. */
  List<RepeatedKind> repeats(Asked asked, List<OfficerLoad> of);
}
