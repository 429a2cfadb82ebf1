package io.caseclock.monitor.level;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the levels of cases are kept. */
public interface CaseLevels {

  /** What was set last; empty where nobody ever set one, and the case is ordinary. */
  Optional<SetLevel> of(String caseId);

  /** Who set it when and why, the newest first; at most {@link LevelChange#MOST_SHOWN}. */
  List<LevelChange> changes(String caseId);

  /**
   * Keeps a level in place of what held before; false where it would restrict one case too many.
   *
   * @param most how many cases may be restricted at the same time
   */
  boolean keep(SetLevel level, int most);

  /**
   * States what holds for cases of which that was not told since it last changed, as where a former
   * version changed it; returns for how many.
   *
   * @param most how many at once
   */
  int tellUntold(int most, Instant now);
}
