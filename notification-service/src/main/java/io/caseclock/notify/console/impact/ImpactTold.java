package io.caseclock.notify.console.impact;

import io.caseclock.contract.Names;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's comparison, as far as it is.
 *
 * @param pack the id of the candidate
 * @param cases compared so far, of {@code total}
 * @param state running, done, too-long, busy or broken
 * @param report null until it is done
 */
record ImpactTold(
    String unit,
    String pack,
    String version,
    Instant startedAt,
    int cases,
    int total,
    String state,
    @Nullable Report report) {

  private static final int MOST_NAMED = 20;

  public boolean isRunning() {
    return state.equals("running");
  }

  public boolean isDone() {
    return report != null;
  }

  /** At least one, so that a bar can be drawn. */
  public int of() {
    return Math.max(total, Math.max(cases, 1));
  }

  /**
   * What would change.
   *
   * @param counts how many of each effect
   * @param differences the first of them
   * @param unverified the first cases that could not be compared
   */
  record Report(
      int cases,
      int open,
      Map<String, Integer> counts,
      List<Difference> differences,
      List<String> unverified) {

    public List<EffectCount> effects() {
      return counts.entrySet().stream()
          .map(one -> new EffectCount(one.getKey(), one.getValue()))
          .toList();
    }

    /** The first cases that could not be compared, for a page. */
    public List<String> unverifiedShown() {
      return unverified.stream().limit(MOST_NAMED).toList();
    }

    /** Whether there are more than are listed. */
    public boolean isCut() {
      return counts.values().stream().mapToInt(Integer::intValue).sum() > differences.size();
    }
  }

  /** How many deadlines have one effect. */
  record EffectCount(String effect, int count) {}

  /** One deadline that would change. */
  record Difference(
      String caseId,
      String rule,
      Names names,
      ZoneId zone,
      String unit,
      String effect,
      Standing before,
      Standing after) {}

  /** How it stands; null where that law knows no such deadline. */
  record Standing(@Nullable String status, @Nullable Instant dueAt) {}
}
