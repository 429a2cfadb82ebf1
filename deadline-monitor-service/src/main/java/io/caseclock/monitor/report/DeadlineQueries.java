package io.caseclock.monitor.report;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.EventId;
import io.caseclock.monitor.report.DeadlinePage.Place;
import io.caseclock.monitor.report.DeadlinePage.Row;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Read-only questions, each limited to the subtree of a unit. */
public interface DeadlineQueries {

  /** What is asked for, in which order, and when. */
  record Question(DeadlineFilter filter, DeadlineOrder order, Instant now) {}

  /**
   * A page of what is asked for.
   *
   * @param after where the page before ended, in the same order; null for the first page
   */
  DeadlinePage deadlines(Question question, @Nullable Place after, int limit);

  /**
   * How many are asked for.
   *
   * @param most where counting ends
   */
  long count(Question question, int most);

  /** Hands on all that is asked for, in order, while it is read. */
  void each(Question question, Consumer<Row> reader);

  Optional<StoredDeadline> deadline(String visibleUnit, UUID id);

  /** How much of a case may be seen by those whose subtree begins at the unit. */
  CaseVisibility sight(String visibleUnit, String caseId);

  /**
   * How many events of the case are kept.
   *
   * @param most where counting ends
   */
  long countEvents(String caseId, int most);

  /** All events of a case, oldest first; whoever asks has made sure of what may be seen. */
  List<CaseEvent> events(String caseId);

  /** Why the case's deadlines cannot be relied on at the moment; empty where they can. */
  Optional<String> quarantine(String caseId);

  /** That contents of the case's events are gone; empty where they are not. */
  Optional<DeletedContents> deletedContents(String caseId);

  /** The contradictions that stand in the case, by name; empty where there are none. */
  List<String> contradictions(String caseId);

  Optional<EventEffects> effects(String visibleUnit, EventId event);
}
