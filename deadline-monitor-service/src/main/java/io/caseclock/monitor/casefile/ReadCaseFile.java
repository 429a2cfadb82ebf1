package io.caseclock.monitor.casefile;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.DeadlineQueries;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges all events of a case together, however few of them are shown. */
public final class ReadCaseFile {

  private final DeadlineQueries queries;
  private final Law law;

  public ReadCaseFile(DeadlineQueries queries, Law law) {
    this.queries = queries;
    this.law = law;
  }

  /**
   * The case as of an instant; one that has more events than a case may is not even read.
   *
   * @param taken which events are taken into account
   */
  public JudgedCase judge(String caseId, Instant at, Predicate<CaseEvent> taken) {
    var most = law.limits().events();
    if (queries.countEvents(caseId, most + 1) > most) {
      return JudgedCase.tooLarge(most);
    }
    var events = queries.events(caseId).stream().filter(taken).toList();
    return queries
        .deletedContents(caseId)
        .map(deleted -> JudgedCase.deleted(events, deleted))
        .orElseGet(() -> JudgedCase.of(caseId, events, law, at));
  }

  /** Some of its deadlines with what is needed to draw them; none where it cannot be evaluated. */
  public Map<UUID, Deadline> drawn(JudgedCase judged, Set<UUID> wanted, Instant at) {
    return judged
        .timeline()
        .map(
            timeline ->
                law.explain(timeline, at, key -> wanted.contains(key.id())).stream()
                    .filter(deadline -> wanted.contains(deadline.key().id()))
                    .collect(
                        Collectors.toMap(
                            deadline -> deadline.key().id(),
                            deadline -> deadline,
                            (one, same) -> one)))
        .orElseGet(Map::of);
  }
}
