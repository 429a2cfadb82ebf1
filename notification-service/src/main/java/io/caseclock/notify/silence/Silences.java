package io.caseclock.notify.silence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where silences are kept. Every method takes part in the caller's transaction. */
public interface Silences {

  /** Those in force at the instant. */
  List<Silence> inForce(Instant now);

  /** Those that cover a unit of the subtree, the newest first. */
  List<Silence> within(String rootUnit, int limit);

  /** Those of a group that cover a unit of the subtree, the newest first. */
  List<Silence> within(String rootUnit, SilenceGroup group, Instant now, int limit);

  void add(Silence silence);

  /** The silence, locked until the transaction ends, if its unit is of the subtree. */
  Optional<Silence> locked(String id, String rootUnit);

  /** Stores who approved or ended the silence; nothing else of it ever changes. */
  void decide(Silence silence);
}
