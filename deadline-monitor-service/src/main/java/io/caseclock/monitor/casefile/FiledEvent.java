package io.caseclock.monitor.casefile;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.NoEffect;
import io.caseclock.monitor.deadline.NoEffect.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of a case and what became of it.
 *
 * @param withdrawnBy what took it back; null while it stands
 * @param reasons why it changes no deadline, or how it takes part in one; none where nothing needs
 *     to be said beside what it changed
 */
public record FiledEvent(CaseEvent event, @Nullable CaseEvent withdrawnBy, List<NoEffect> reasons) {

  /** What became known later than this after it happened was entered late. */
  public static final Duration LATE_AFTER = Duration.ofHours(24);

  /** Those that say that nothing is amiss, and the one that is told by itself. */
  private static final Set<Reason> NOTHING_AMISS =
      EnumSet.of(Reason.TAKES_PART, Reason.KEPT, Reason.WITHDRAWN, Reason.CONTENTS_DELETED);

  /** Those that are not told of an event that changed deadlines. */
  private static final Set<Reason> WITHOUT_EFFECTS =
      EnumSet.of(Reason.KEPT, Reason.CONTENTS_DELETED);

  public FiledEvent {
    reasons = List.copyOf(reasons);
  }

  /** Whether it was entered late; what was loaded as history was not, nor what is our own. */
  public boolean isLate() {
    Instant latest = event.occurredAt().plus(LATE_AFTER);
    return event.historyUntil() == null
        && !event.eventId().isOurs()
        && event.knownAt().isAfter(latest);
  }

  /** The same, of an event that changed deadlines: it is not merely kept then. */
  public FiledEvent withEffects() {
    return new FiledEvent(
        event,
        withdrawnBy,
        reasons.stream().filter(reason -> !WITHOUT_EFFECTS.contains(reason.reason())).toList());
  }

  public boolean isWithdrawn() {
    return withdrawnBy != null;
  }

  /** Whether it has no effect though one was to be expected; what was withdrawn is not meant. */
  public boolean isWithoutEffect() {
    return !reasons.isEmpty()
        && reasons.stream().noneMatch(reason -> NOTHING_AMISS.contains(reason.reason()));
  }
}
