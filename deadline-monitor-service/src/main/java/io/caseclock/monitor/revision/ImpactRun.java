package io.caseclock.monitor.revision;

import io.caseclock.contract.Words;
import java.time.Instant;
import java.util.UUID;

/**
 * A comparison of a candidate pack with what is open, as far as it is.
 *
 * @param account who asked for it; each has one
 * @param unit whose subtree is compared
 * @param pack the id of the candidate
 * @param beatAt when it last said how far it is
 * @param cases compared so far
 * @param total cases in which something is open
 */
public record ImpactRun(
    UUID id,
    String account,
    String unit,
    String pack,
    String version,
    Instant startedAt,
    Instant beatAt,
    int cases,
    int total,
    State state) {

  /** How far a comparison is. */
  public enum State {
    RUNNING,
    DONE,
    /** It was ended, since it took longer than allowed. */
    TOO_LONG,
    /** Another comparison was under way in the same place. */
    BUSY,
    /** Something went wrong, or the service that made it went away. */
    BROKEN;

    public String wire() {
      return Words.of(this);
    }
  }

  ImpactRun in(State other) {
    return new ImpactRun(id, account, unit, pack, version, startedAt, beatAt, cases, total, other);
  }
}
