package io.caseclock.monitor.explain;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Limit;
import io.caseclock.monitor.limit.QuarantineReason;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.watch.Fingerprint;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Computes single cases again, for those who ask how something came about or once stood. */
public final class CaseTimelines {

  /** What came of it. */
  public sealed interface Computed {

    /** The deadlines, those that were wanted with their traces. */
    record Deadlines(List<Deadline> all) implements Computed {}

    /** The case cannot be evaluated. */
    record Unverified(QuarantineReason why) implements Computed {}
  }

  private final DeadlineQueries queries;
  private final Law law;

  public CaseTimelines(DeadlineQueries queries, Law law) {
    this.queries = queries;
    this.law = law;
  }

  /**
   * The case as of {@code now}, whoever may see it; one that is too large is not even read.
   *
   * @param taken which events are taken into account
   * @param wanted which deadlines come with their traces
   */
  public Computed compute(
      String caseId, Instant now, Predicate<CaseEvent> taken, Predicate<DeadlineKey> wanted) {
    var most = law.limits().events();
    if (queries.countEvents(caseId, most + 1) > most) {
      return new Computed.Unverified(new QuarantineReason.TooLarge(Limit.EVENTS, most));
    }
    if (queries.deletedContents(caseId).isPresent()) {
      return new Computed.Unverified(new QuarantineReason.ContentsDeleted());
    }
    var events = queries.events(caseId).stream().filter(taken).toList();
    try {
      return new Computed.Deadlines(law.explain(law.timeline(caseId, events), now, wanted));
    } catch (RuntimeException e) {
      return new Computed.Unverified(QuarantineReason.of(e));
    }
  }

  /** A kept deadline and how it is computed now; nothing is computed where the case cannot be. */
  public ExplainedDeadline explain(StoredDeadline stored, Instant now) {
    var id = stored.key().id();
    var computed =
        switch (compute(stored.caseId(), now, event -> true, key -> key.id().equals(id))) {
          case Computed.Deadlines deadlines ->
              deadlines.all().stream().filter(one -> one.key().id().equals(id)).findFirst();
          case Computed.Unverified unverified -> Optional.<Deadline>empty();
        };
    var isReproduced =
        computed
            .map(deadline -> Fingerprint.of(deadline, stored.calendarVersion()))
            .filter(stored.inputHash()::equals)
            .isPresent();
    var strip = computed.map(DayStrip::of).orElse(DayStrip.EMPTY);
    return new ExplainedDeadline(stored, computed.orElse(null), isReproduced, strip);
  }
}
