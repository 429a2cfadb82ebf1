package io.caseclock.monitor.limit;

/**
 * Counts what one piece of work costs, while it is done. Each method throws {@link
 * OverLimitException} once more was taken than is allowed, so that the work ends there. For one
 * thread.
 */
public final class Budget {

  private static final int KINDS = Limit.values().length;

  private final CaseLimits limits;
  private final long[] used = new long[KINDS];
  private long comparisons;

  public Budget(CaseLimits limits) {
    this.limits = limits;
  }

  /** Events that are read. */
  public void events(int number) {
    take(Limit.EVENTS, number);
  }

  public void deadline() {
    take(Limit.DEADLINES, 1);
  }

  /** A span, an approval or a restart that one deadline takes into account. */
  public void step() {
    take(Limit.STEPS, 1);
  }

  public void finding() {
    take(Limit.FINDINGS, 1);
  }

  /** A line of a trace. */
  public void line() {
    take(Limit.LINES, 1);
  }

  /** Events that are looked at for another's sake. */
  public void compared(long number) {
    comparisons += number;
    if (comparisons > limits.comparisons()) {
      throw new OverLimitException(Limit.COMPARISONS, limits.comparisons());
    }
  }

  /** How many approvals without effect each deadline keeps. */
  public int refusedOfADeadline() {
    return limits.refused();
  }

  /** How much was taken so far. */
  public long used(Limit limit) {
    return limit == Limit.COMPARISONS ? comparisons : used[limit.ordinal()];
  }

  private void take(Limit limit, long number) {
    used[limit.ordinal()] += number;
    if (used[limit.ordinal()] > limits.of(limit)) {
      throw new OverLimitException(limit, limits.of(limit));
    }
  }
}
