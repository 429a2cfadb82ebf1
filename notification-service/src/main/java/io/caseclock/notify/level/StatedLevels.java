package io.caseclock.notify.level;

import io.caseclock.contract.CaseLevelStated;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is kept who may see a case. */
public interface StatedLevels {

  /**
   * Keeps a statement in place of what was known of the case, and tells of which of its accesses
   * nobody was told; empty where a statement that is not older is known already, and nothing was
   * kept.
   */
  Optional<Set<UUID>> keep(CaseLevelStated stated);

  /** Keeps that somebody has to be told of an access that is kept. */
  void owe(OwedAccess access);

  /**
   * Those of which somebody has to be told, in the order of their ids; one that is told elsewhere
   * at this moment is left out.
   *
   * @param after an id below all of them; null for none
   */
  List<OwedAccess> owed(@Nullable UUID after, int most);

  /** Keeps that somebody was told of it. */
  void told(UUID id);
}
