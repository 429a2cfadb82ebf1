package io.caseclock.monitor.limit;

/**
 * What the evaluation of one case may cost; all are inclusive. A case of ten thousand events with a
 * deadline or two each lies within the default.
 *
 * @param events how many events one evaluation reads
 * @param deadlines how many deadlines may follow from them
 * @param steps how many spans, approvals and restarts are taken into account, over all deadlines
 * @param findings how many faults in the data are kept, over all deadlines
 * @param refused how many approvals without effect each deadline keeps; the others are counted
 * @param lines how many lines the traces have together that one question asks for
 * @param comparisons how often one event may be held against another
 */
public record CaseLimits(
    int events, int deadlines, int steps, int findings, int refused, int lines, long comparisons) {

  /** What a service without a setting of its own allows. */
  public static final CaseLimits DEFAULT =
      new CaseLimits(20_000, 20_000, 200_000, 20_000, 20, 50_000, 50_000_000L);

  public CaseLimits {
    if (events < 1
        || deadlines < 1
        || steps < 1
        || findings < 1
        || refused < 1
        || lines < 1
        || comparisons < 1) {
      throw new IllegalArgumentException("every limit of a case is at least one");
    }
  }

  /** The number that belongs to a limit. */
  public long of(Limit limit) {
    return switch (limit) {
      case EVENTS -> events;
      case DEADLINES -> deadlines;
      case STEPS -> steps;
      case FINDINGS -> findings;
      case LINES -> lines;
      case COMPARISONS -> comparisons;
    };
  }
}
