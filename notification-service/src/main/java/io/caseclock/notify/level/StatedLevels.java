package io.caseclock.notify.level;

import io.caseclock.contract.CaseLevelStated;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where it is kept who may see a case. */
public interface StatedLevels {

  /**
   * Keeps a statement in place of what was known of the case, and tells which of its accesses were
   * not known; empty where a statement that is not older is known already, and nothing was kept.
   */
  Optional<Set<UUID>> keep(CaseLevelStated stated);
}
