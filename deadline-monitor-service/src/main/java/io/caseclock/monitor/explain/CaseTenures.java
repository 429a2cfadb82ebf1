package io.caseclock.monitor.explain;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.timeline.Timeline;
import io.caseclock.ownership.Tenure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who had a case when, found anew from its events, so that late news are in it. */
public final class CaseTenures {

  /**
   * A span in which a unit, and one officer of it, had the case.
   *
   * @param from inclusive; of whoever opened it when the first event of the case happened
   * @param until exclusive; null for who has it now
   * @param reason why it was handed to them; null for whoever opened it
   * @param knownFrom when the intake accepted what began it
   */
  public record CaseTenure(
      String unit,
      @Nullable String officer,
      Instant from,
      @Nullable Instant until,
      @Nullable String reason,
      Instant knownFrom) {}

  private final DeadlineQueries queries;
  private final Law law;

  public CaseTenures(DeadlineQueries queries, Law law) {
    this.queries = queries;
    this.law = law;
  }

  /**
   * Everybody who had the case, the oldest first; empty where nothing has opened it yet, and empty
   * altogether where it has more events than a case may.
   *
   * @param at only who had it at that instant; null for all
   */
  public Optional<List<CaseTenure>> of(String caseId, @Nullable Instant at) {
    var most = law.limits().events();
    if (queries.countEvents(caseId, most + 1) > most) {
      return Optional.empty();
    }
    var timeline = law.timeline(caseId, queries.events(caseId));
    if (at != null && (timeline.events().isEmpty() || at.isBefore(begin(timeline)))) {
      return Optional.of(List.of());
    }
    return Optional.of(
        timeline.ownership().tenures().stream()
            .filter(tenure -> at == null || tenure.holds(at))
            .map(tenure -> told(tenure, timeline))
            .toList());
  }

  private static CaseTenure told(Tenure tenure, Timeline timeline) {
    return new CaseTenure(
        tenure.unit(),
        tenure.officer(),
        tenure.from().equals(Instant.MIN) ? begin(timeline) : tenure.from(),
        tenure.isPresent() ? null : tenure.until(),
        reason(tenure, timeline).orElse(null),
        tenure.knownFrom());
  }

  private static Instant begin(Timeline timeline) {
    return timeline.events().getFirst().occurredAt();
  }

  private static Optional<String> reason(Tenure tenure, Timeline timeline) {
    return timeline.ofType(BuiltInTypes.CASE_ASSIGNED).stream()
        .filter(event -> began(event, tenure))
        .reduce((one, later) -> later)
        .flatMap(event -> event.text("reason"));
  }

  private static boolean began(CaseEvent event, Tenure tenure) {
    return event.occurredAt().equals(tenure.from())
        && event.acceptedAt().equals(tenure.knownFrom())
        && event.unit().equals(tenure.unit());
  }
}
