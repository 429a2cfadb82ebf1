package io.caseclock.local.load;

/**
 * What came of a load.
 *
 * @param kept how many events intake has because of it
 * @param knownBefore how many it had already
 * @param rejected how many it did not want or could not be sent
 */
public record LoadTotals(long kept, long knownBefore, long rejected) {

  public long all() {
    return kept + knownBefore + rejected;
  }
}
