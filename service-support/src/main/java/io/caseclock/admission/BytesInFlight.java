package io.caseclock.admission;

import java.util.HashMap;
import java.util.Map;

/**
 * The bytes of bodies that were read and whose requests are not answered yet, in all and by caller.
 * Bytes count as they arrive, not as they are announced. For any number of threads.
 */
public final class BytesInFlight {

  private final long most;
  private final long mostOfOne;
  private final Map<String, Long> held = new HashMap<>();
  private long total;

  /**
   * Starts empty.
   *
   * @param most the most bytes of all callers together
   * @param mostOfOne the most bytes of one caller
   */
  public BytesInFlight(long most, long mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** Takes room for more bytes; false, and nothing taken, where there is not enough. */
  public synchronized boolean take(String caller, long bytes) {
    if (total + bytes > most || held.getOrDefault(caller, 0L) + bytes > mostOfOne) {
      return false;
    }
    total += bytes;
    held.merge(caller, bytes, Long::sum);
    return true;
  }

  /** Gives room back that was taken before. */
  public synchronized void give(String caller, long bytes) {
    total -= bytes;
    held.computeIfPresent(caller, (name, now) -> now == bytes ? null : now - bytes);
  }

  /** The bytes held now. */
  public synchronized long held() {
    return total;
  }
}
