package io.caseclock.monitor.watch;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which findings stand in a case, told or about history. As with deadlines that follows from the
 * set of events alone: what the events no longer show stands no more.
 *
 * @param ids of all that stand
 * @param rectified those that stand no more since their notice was closed
 */
public record StandingFindings(Set<String> ids, Set<String> rectified) {

  public StandingFindings {
    ids = Set.copyOf(ids);
    rectified = Set.copyOf(rectified);
  }

  /** The notice that a recorded finding leads to: the same finding makes one notice. */
  public static String noticeOf(String findingId) {
    return UUID.nameUUIDFromBytes(findingId.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Collects those of one case. */
  static final class Collected {

    private final Set<String> ids = new HashSet<>();
    private final Set<String> rectified = new HashSet<>();

    void add(String id) {
      ids.add(id);
    }

    /** A recorded one stands until its notice is closed or withdrawn, or its event is. */
    void recorded(Timeline timeline) {
      var recorded = timeline.ofType(BuiltInTypes.FINDING_RECORDED);
      if (recorded.isEmpty()) {
        return;
      }
      var closed = notices(timeline, "notice-closed");
      var withdrawn = notices(timeline, "notice-withdrawn");
      for (CaseEvent event : recorded) {
        var id = Findings.recordedId(event);
        var notice = noticeOf(id);
        if (closed.contains(notice)) {
          rectified.add(id);
        } else if (!withdrawn.contains(notice)) {
          ids.add(id);
        }
      }
    }

    private static Set<String> notices(Timeline timeline, String type) {
      return timeline.ofType(type).stream()
          .filter(event -> event.eventId().source().equals(EventId.NOTIFICATION))
          .map(event -> event.subject().id())
          .collect(Collectors.toSet());
    }

    StandingFindings toFindings() {
      return new StandingFindings(ids, rectified);
    }
  }
}
