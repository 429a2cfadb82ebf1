package io.caseclock.monitor.deadline;

import io.caseclock.contract.EventId;
import io.caseclock.monitor.period.Due;
import io.caseclock.monitor.period.Period;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One computed deadline.
 *
 * @param startedAt when the period began to run, after the last restart
 * @param contributors every event that had a part in the result, in the order of its effect
 * @param refused approvals that moved nothing, the first of them
 * @param refusedFurther how many more there are
 * @param alternative the due instant by the other reading, null where there is none
 * @param period what was counted, and what was left out
 * @param ledger how long its clock stood still
 * @param trace empty unless an explanation was asked for
 * @param course what happened to its end; null unless an explanation was asked for
 */
public record Deadline(
    DeadlineKey key,
    Rule rule,
    RuleVersion version,
    Instant startedAt,
    Responsible responsible,
    DeadlineState state,
    List<EventId> contributors,
    List<RefusedExtension> refused,
    int refusedFurther,
    @Nullable Due alternative,
    Period period,
    ClockLedger ledger,
    List<TraceStep> trace,
    @Nullable Course course) {

  /** A stable order for results. */
  static final Comparator<Deadline> BY_START = Deadline::compare;

  public Deadline {
    contributors = List.copyOf(contributors);
    refused = List.copyOf(refused);
    trace = List.copyOf(trace);
  }

  private static int compare(Deadline one, Deadline other) {
    var byStart = one.startedAt.compareTo(other.startedAt);
    return byStart != 0 ? byStart : compare(one.key, other.key);
  }

  private static int compare(DeadlineKey one, DeadlineKey other) {
    var byRule = one.rule().compareTo(other.rule());
    if (byRule != 0) {
      return byRule;
    }
    var bySubject = one.subject().compareTo(other.subject());
    return bySubject != 0 ? bySubject : one.start().compareTo(other.start());
  }
}
