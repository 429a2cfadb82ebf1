package io.caseclock.notify.bulletin;

import io.caseclock.notify.monitor.Asker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became known after a period was closed. The monitor knows, and may be away. */
@FunctionalInterface
public interface Corrections {

  /** What came of asking. */
  sealed interface Answer {}

  /**
   * The monitor answered.
   *
   * @param first the oldest ones, as the monitor tells them
   * @param further whether there are more
   */
  record Known(List<Map<String, Object>> first, boolean further) implements Answer {
    public Known {
      first = List.copyOf(first);
    }
  }

  /**
   * Nothing is known; that is not the same as none.
   *
   * @param why {@code not-configured}, {@code no-token}, {@code away} or {@code refused}
   */
  record Unknown(String why) implements Answer {}

  /**
   * Asks in the name of the caller.
   *
   * @param since only what became known after that; null for all since the end of the period
   * @param asker the caller, whose token is empty where the request carries none to pass on
   */
  Answer since(Bulletin bulletin, @Nullable Instant since, Asker asker);
}
