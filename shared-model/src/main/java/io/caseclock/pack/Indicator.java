package io.caseclock.pack;

import io.caseclock.contract.Names;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rate over a period, with what it should be.
 *
 * @param reads what it is a rate of
 * @param target what it should reach; null where nothing is asked
 * @param bands from the best down to zero; empty where it has no colours. One of them begins at the
 *     target, if there is one, so that what reaches it looks better than what does not
 */
public record Indicator(
    String id, Names names, Reads reads, @Nullable Percent target, List<Band> bands) {

  /** What a rate is computed from. */
  public enum Reads {
    /** Of the deadlines of the rules that name the indicator and were due, those met in time. */
    DEADLINES,
    /** Of the rectification notices that were to be closed, those closed as rectified. */
    NOTICES_RECTIFIED,
    /** Of the warnings and breaches that were judged, those that were right. */
    WARNINGS_ACCURATE,
    /** Of the call-backs that were due, those in which the caller was reached or tried enough. */
    CALL_BACKS_DONE,
    /** Of the callers who answered, those who are not dissatisfied. */
    CALLERS_SATISFIED;

    /** Whether it is the monitor that computes it; what is not is computed by notification. */
    public boolean isOfDeadlines() {
      return this == DEADLINES;
    }
  }

  /** Refuses bands that do not go down to zero, and of which none begins at the target. */
  public Indicator {
    bands = List.copyOf(bands);
    for (var next = 1; next < bands.size(); next++) {
      if (bands.get(next).from().compareTo(bands.get(next - 1).from()) >= 0) {
        throw new IllegalArgumentException("bands go down: " + bands);
      }
    }
    if (!bands.isEmpty() && !bands.getLast().from().equals(Percent.ZERO)) {
      throw new IllegalArgumentException("the last band begins at 0: " + bands);
    }
    if (!bands.isEmpty() && target != null && !beginsAt(target, bands)) {
      throw new IllegalArgumentException("no band begins at the target " + target);
    }
  }

  /** Whether one of the bands begins there. */
  public static boolean beginsAt(Percent target, List<Band> bands) {
    return bands.stream().anyMatch(band -> band.from().equals(target));
  }

  /**
   * The colour of a rate; empty where there are no bands, or nothing was counted.
   *
   * @param met the numerator, at most {@code all}
   */
  public Optional<Colour> colour(long met, long all) {
    return all == 0
        ? Optional.empty()
        : bands.stream()
            .filter(band -> band.from().isReachedBy(met, all))
            .map(Band::colour)
            .findFirst();
  }
}
