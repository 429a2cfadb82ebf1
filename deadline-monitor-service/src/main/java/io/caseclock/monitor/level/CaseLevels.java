package io.caseclock.monitor.level;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the levels of cases are kept. */
public interface CaseLevels {

  /** What came of the wish to set one. */
  enum Kept {
    DONE,
    /** It has that level already: nothing is kept, and who set it, when and why stays. */
    UNCHANGED,
    /** It would restrict one case too many. */
    TOO_MANY,
    /** Somebody else set it since the caller looked. */
    STALE
  }

  /** What was set last; empty where nobody ever set one, and the case is ordinary. */
  Optional<SetLevel> of(String caseId);

  /** Who set it when and why, the newest first; at most {@link LevelChange#MOST_SHOWN}. */
  List<LevelChange> changes(String caseId);

  /**
   * Keeps a level in place of another that held before, unless that is not what the caller saw.
   *
   * @param seen the setting that the caller saw; null to set it whatever holds
   * @param most how many cases may be restricted at the same time
   */
  Kept keep(SetLevel level, @Nullable SeenLevel seen, int most);

  /**
   * States what holds for cases of which that was not told since it last changed, as where a former
   * version changed it; returns for how many.
   *
   * @param most how many at once
   */
  int tellUntold(int most, Instant now);
}
