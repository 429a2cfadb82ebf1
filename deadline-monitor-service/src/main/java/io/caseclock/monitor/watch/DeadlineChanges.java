package io.caseclock.monitor.watch;

import io.caseclock.contract.DeadlineEvent.Change;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the difference between a deadline as kept and as computed. */
final class DeadlineChanges {

  /** Empty where nothing happened that anybody needs to be told. */
  static Optional<Change> between(@Nullable StoredDeadline before, StoredDeadline after) {
    if (before == null) {
      return Optional.of(firstSeen(after.phase()));
    }
    if (before.phase() == after.phase()) {
      return after.phase().isOpen() ? whileOpen(before, after) : Optional.empty();
    }
    return Optional.of(turned(before.phase(), after.phase()));
  }

  private static Optional<Change> whileOpen(StoredDeadline before, StoredDeadline after) {
    if (!Objects.equals(before.dueAt(), after.dueAt())) {
      return Optional.of(Change.MOVED);
    }
    return before.responsible().equals(after.responsible())
        ? Optional.empty()
        : Optional.of(Change.REASSIGNED);
  }

  /** One that was already over when it was learned of is counted as such, not opened first. */
  private static Change firstSeen(Phase phase) {
    return switch (phase) {
      case RUNNING -> Change.OPENED;
      case PAUSED -> Change.PAUSED;
      case MET -> Change.MET;
      case MET_LATE -> Change.MET_LATE;
      case CANCELLED -> Change.CANCELLED;
      case LAPSED -> Change.LAPSED;
      case CUT_SHORT -> Change.CUT_SHORT;
    };
  }

  private static Change turned(Phase from, Phase to) {
    return switch (to) {
      case RUNNING -> from == Phase.PAUSED ? Change.RESUMED : Change.REOPENED;
      case PAUSED -> Change.PAUSED;
      case MET -> Change.MET;
      case MET_LATE -> Change.MET_LATE;
      case LAPSED -> Change.LAPSED;
      case CUT_SHORT -> Change.CUT_SHORT;
      case CANCELLED -> Change.CANCELLED;
    };
  }

  private DeadlineChanges() {}
}
