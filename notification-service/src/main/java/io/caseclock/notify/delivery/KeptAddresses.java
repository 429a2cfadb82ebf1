package io.caseclock.notify.delivery;

import java.util.Collection;

/** The addresses that deliveries went to, or will go to. */
public interface KeptAddresses {

  /**
   * Forgets those of officers whom the directory gives no contact any more, in the caller's
   * transaction. A delivery that still waits goes another way, or is given up.
   */
  void forget(Collection<String> officers);
}
