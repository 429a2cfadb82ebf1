package io.caseclock.notify.notice;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.DeadlineSnapshot;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The own deadlines of notices, as the monitor tells them, for as long as they are open. */
public interface NoticeDeadlines {

  /**
   * Takes note of what events say about deadlines of notices, in the caller's transaction; the last
   * one about a deadline holds, unless it is of an older revision.
   */
  default void note(List<DeadlineEvent> events) {
    Map<String, DeadlineSnapshot> last = new LinkedHashMap<>();
    for (var event : events) {
      deadlineOf(event)
          .filter(deadline -> deadline.subject().kind().equals("notice"))
          .ifPresent(
              deadline -> last.merge(deadline.deadlineId(), deadline, NoticeDeadlines::newer));
    }
    var open = last.values().stream().filter(one -> one.status().isOpen()).toList();
    var closed = last.values().stream().filter(one -> !one.status().isOpen()).toList();
    forget(closed.stream().map(DeadlineSnapshot::deadlineId).toList());
    keep(open.stream().map(NoticeDeadline::of).toList());
  }

  private static DeadlineSnapshot newer(DeadlineSnapshot kept, DeadlineSnapshot told) {
    var isOlder = told.status().isOpen() && told.revision() < kept.revision();
    return isOlder ? kept : told;
  }

  private static Optional<DeadlineSnapshot> deadlineOf(DeadlineEvent event) {
    return switch (event) {
      case DeadlineAlarm alarm -> Optional.of(alarm.deadline());
      case DeadlineChanged changed -> Optional.of(changed.deadline());
      case FindingRaised finding -> Optional.empty();
    };
  }

  /** Keeps each as it is now; what an older revision says changes nothing. */
  void keep(List<NoticeDeadline> deadlines);

  void forget(List<String> deadlineIds);

  /** By the notice's id, the one that is due first; a notice of which nothing is due has none. */
  Map<String, NoticeDeadline> nextOf(Collection<String> noticeIds);
}
