package io.caseclock.notify.history;

import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.Digest;
import io.caseclock.contract.DeadlineSnapshot;
import java.time.Instant;
import java.util.List;

/** The breaches of each digest, until people are told. In the caller's transaction. */
public interface ReleasedDigests {

  /**
   * Keeps one of the breaches; nobody else adds to the digest until the transaction ends.
   *
   * @return how many are kept of it now
   */
  int add(Digest digest, DeadlineAlarm breach, Instant at);

  /**
   * Takes all breaches of a digest, by case and deadline, and marks it as told; none where it was
   * told before.
   */
  List<DeadlineSnapshot> take(String digest, Instant at);

  /** Digests that nobody was told of and that nothing was added to since an instant. */
  List<String> stalledSince(Instant instant, int limit);
}
