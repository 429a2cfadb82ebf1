package io.caseclock.notify.console.level;

import io.caseclock.notify.monitor.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a case says of who may see it.
 *
 * @param form null for whoever may not set the level
 */
public record Sight(Answer<LevelTold> level, @Nullable LevelForm form) {

  /** With the form where the visitor may set the level, and what holds is known. */
  public static Sight of(String caseId, Answer<LevelTold> level, boolean maySet) {
    return new Sight(
        level,
        level
            .toldOrEmpty()
            .filter(told -> maySet)
            .map(told -> LevelForm.blank(caseId, told))
            .orElse(null));
  }

  public boolean isRestricted() {
    return level.toldOrEmpty().filter(LevelTold::isRestricted).isPresent();
  }
}
