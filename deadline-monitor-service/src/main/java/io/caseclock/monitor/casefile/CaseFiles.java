package io.caseclock.monitor.casefile;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.monitor.report.EventEffects;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what is kept of one case, a page at a time. */
public interface CaseFiles {

  /** As many effects of one event are told. */
  int MOST_EFFECTS = 20;

  /**
   * Events in the order in which they happened, only those that the unit may see.
   *
   * @param after where the page before ended; null for the first
   */
  List<CaseEvent> events(String caseId, String visibleUnit, @Nullable EventPlace after, int limit);

  /** What each of the events did, by its id; {@link #MOST_EFFECTS} at most of each. */
  Map<EventId, Effects> effects(String caseId, Collection<EventId> events);

  /**
   * What an event did.
   *
   * @param further how many there are beyond those
   */
  record Effects(List<EventEffects.Effect> told, int further) {

    public static final Effects NONE = new Effects(List.of(), 0);

    public Effects {
      told = List.copyOf(told);
    }
  }

  /** The kept deadlines behind a place, in the order of {@link Urgency}, which the unit may see. */
  List<StoredDeadline> deadlines(Visible seen, Instant now, Urgency after, int limit);

  /** How many of the case's deadlines that the unit may see stand how. */
  Map<DeadlineStatus, Long> statuses(Visible seen, Instant now);

  /**
   * What of a case somebody sees.
   *
   * @param whole whether all of it; else only the deadlines of the unit and those below it
   */
  record Visible(String caseId, String unit, boolean whole) {}

  /** Findings of the case, those that stand first, then the newest. */
  List<FiledFinding> findings(String caseId, int limit);

  /** The unit that has the case, as it is kept; empty where nothing is. */
  Optional<String> owner(String caseId);

  /**
   * A finding.
   *
   * @param provision what was broken; null where none is named
   * @param endedAs {@code rectified} or {@code corrected}; null while it stands
   */
  record FiledFinding(
      String id,
      String subject,
      String cause,
      @Nullable String provision,
      Names text,
      Instant raisedAt,
      @Nullable Instant endedAt,
      @Nullable String endedAs) {

    /** Leaves out the text. */
    @Override
    public String toString() {
      return "FiledFinding[" + id + " " + cause + "]";
    }
  }
}
