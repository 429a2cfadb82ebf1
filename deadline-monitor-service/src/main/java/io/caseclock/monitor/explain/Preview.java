package io.caseclock.monitor.explain;

import io.caseclock.contract.CaseEvent;
import io.caseclock.monitor.deadline.Deadline;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.limit.Budget;
import io.caseclock.monitor.limit.CaseLimits;
import io.caseclock.monitor.limit.OverLimitException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calculator. With {@code asOf} it answers as on that day: what happened later is left out, but
 * for the reference days that backward rules count from, which lie in the future by nature.
 */
public final class Preview {

  /** What one question may cost: less than a case, since anybody may ask and nothing is kept. */
  public static final CaseLimits LIMITS =
      new CaseLimits(1_000, 1_000, 5_000, 1_000, 20, 10_000, 5_000_000L);

  private final Law law;
  private final InstantSource clock;

  public Preview(Law law, InstantSource clock) {
    this.law = law;
    this.clock = clock;
  }

  /**
   * Ends with an {@link OverLimitException} where the answer would cost more than {@link #LIMITS}.
   *
   * @param asOf null for now, with every event taken into account
   * @param rules only these, as if their conditions were met; empty for whatever applies
   */
  public List<Deadline> ask(List<CaseEvent> events, @Nullable Instant asOf, Set<String> rules) {
    var now = asOf == null ? clock.instant() : asOf;
    Map<String, List<CaseEvent>> cases = new LinkedHashMap<>();
    for (var event : events) {
      if (asOf == null || !event.occurredAt().isAfter(asOf) || law.isReferenceDay(event.type())) {
        cases.computeIfAbsent(event.caseId(), any -> new ArrayList<>()).add(event);
      }
    }
    var budget = new Budget(LIMITS);
    List<Deadline> deadlines = new ArrayList<>();
    cases.forEach(
        (caseId, known) -> {
          var timeline = law.timeline(caseId, known);
          deadlines.addAll(
              rules.isEmpty()
                  ? law.explain(timeline, now, any -> true, budget)
                  : law.explainOnly(rules, timeline, now, budget));
        });
    return deadlines;
  }

  /** The ids among these that no pack knows. */
  public List<String> unknown(List<String> rules) {
    return rules.stream().filter(id -> law.rule(id).isEmpty()).toList();
  }
}
