package io.caseclock.notify.level;

import io.caseclock.contract.CaseLevelStated;
import java.time.Instant;
import java.util.Set;

/** Takes in who may see a case; each access in need is told once, as soon as there is somebody. */
public final class TakeLevel {

  private final StatedLevels levels;
  private final TellAccess tell;

  public TakeLevel(StatedLevels levels, TellAccess tell) {
    this.levels = levels;
    this.tell = tell;
  }

  public void take(CaseLevelStated stated, Instant now) {
    var news = levels.keep(stated).orElse(Set.of());
    stated.accesses().stream()
        .filter(access -> news.contains(access.id()) && !access.reviewed())
        .map(access -> OwedAccess.of(stated.caseId(), access))
        .filter(access -> !tell.tell(access, now))
        .forEach(levels::owe);
  }
}
