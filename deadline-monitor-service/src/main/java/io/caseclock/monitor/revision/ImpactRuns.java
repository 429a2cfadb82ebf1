package io.caseclock.monitor.revision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The kept comparisons, one an account, for a day. */
public interface ImpactRuns {

  /**
   * Keeps a new one in the place of the account's last, unless that goes on.
   *
   * @param deadSince one that goes on and has not said so since then is given up
   * @param keptSince what began before is forgotten
   * @return whether it is kept
   */
  boolean begin(ImpactRun run, Instant deadSince, Instant keptSince);

  void progressed(UUID id, int cases, Instant at);

  /**
   * Ends one.
   *
   * @param report what would change, as the door that shows it writes it; empty where it did not
   *     come so far
   */
  void ended(UUID id, ImpactRun.State as, Optional<String> report, Instant at);

  Optional<ImpactRun> of(String account);

  /** What {@link #ended} was given. */
  Optional<String> report(UUID id);
}
