package io.caseclock.local.load;

/**
 * What came of a load, row by row.
 *
 * @param kept how many events intake has because of it
 * @param knownBefore how many it had already
 * @param rejected how many it did not want or could not be sent
 * @param skipped how many rows said nothing
 */
public record LoadTotals(long kept, long knownBefore, long rejected, long skipped) {

  public long all() {
    return kept + knownBefore + rejected + skipped;
  }

  LoadTotals plus(LoadTotals more) {
    return new LoadTotals(
        kept + more.kept,
        knownBefore + more.knownBefore,
        rejected + more.rejected,
        skipped + more.skipped);
  }
}
