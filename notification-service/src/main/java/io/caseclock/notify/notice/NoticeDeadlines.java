package io.caseclock.notify.notice;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineSnapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The own deadlines of notices, as the monitor tells them, for as long as they are open. */
public interface NoticeDeadlines {

  /** Takes note of what an event says about a deadline of a notice, in the caller's transaction. */
  default void note(DeadlineEvent event) {
    deadlineOf(event)
        .filter(deadline -> deadline.subject().kind().equals("notice"))
        .ifPresent(this::keepUp);
  }

  private static Optional<DeadlineSnapshot> deadlineOf(DeadlineEvent event) {
    return switch (event) {
      case DeadlineAlarm alarm -> Optional.of(alarm.deadline());
      case DeadlineChanged changed -> Optional.of(changed.deadline());
      case FindingRaised finding -> Optional.empty();
    };
  }

  private void keepUp(DeadlineSnapshot deadline) {
    if (deadline.status().isOpen()) {
      keep(NoticeDeadline.of(deadline));
    } else {
      forget(deadline.deadlineId());
    }
  }

  /** Keeps it as it is now; what an older revision says changes nothing. */
  void keep(NoticeDeadline deadline);

  void forget(String deadlineId);

  /** By the notice's id, the one that is due first; a notice of which nothing is due has none. */
  Map<String, NoticeDeadline> nextOf(Collection<String> noticeIds);
}
