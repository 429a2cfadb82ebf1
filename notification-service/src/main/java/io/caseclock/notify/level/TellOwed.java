package io.caseclock.notify.level;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells accesses in need later of which nobody could be told: until then no supervisor was known.
 */
public final class TellOwed {

  private final StatedLevels levels;
  private final TellAccess tell;

  public TellOwed(StatedLevels levels, TellAccess tell) {
    this.levels = levels;
    this.tell = tell;
  }

  /**
   * Tries a page of them, in the order of their ids.
   *
   * @param after the last one that was tried before; null for the first page
   * @return the last one that was tried; empty where there may be no more
   */
  public Optional<UUID> tell(@Nullable UUID after, int most, Instant now) {
    var page = levels.owed(after, most);
    page.stream().filter(one -> tell.tell(one, now)).forEach(one -> levels.told(one.id()));
    return page.size() < most ? Optional.empty() : last(page);
  }

  private static Optional<UUID> last(List<OwedAccess> page) {
    return page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().id());
  }
}
