package io.caseclock.monitor.statistics;

import io.caseclock.monitor.watch.StoredDeadline;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The deadlines behind a miss: those that were late, mended since or not. */
public interface FailedDeadlines {

  /** A place in the order by day and id. */
  record Place(LocalDate countedOn, UUID id) {}

  /**
   * Which are asked for.
   *
   * @param unit the unit whose subtree is asked for
   */
  record Which(String unit, Span span, Set<String> rules) {
    public Which {
      rules = Set.copyOf(rules);
    }
  }

  List<StoredDeadline> page(Which which, Today today, @Nullable Place after, int limit);

  /**
   * What each was taken for at the end of the span, in the words of {@link Correction#takenFor};
   * only those of which something else became known later. Empty text for what did not count then.
   */
  Map<UUID, String> takenFor(Span span, Collection<UUID> ids);

  /** All of them, without holding them in memory. */
  void each(Which which, Today today, Consumer<StoredDeadline> reader);
}
