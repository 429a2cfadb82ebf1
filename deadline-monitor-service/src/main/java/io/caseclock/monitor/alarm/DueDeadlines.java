package io.caseclock.monitor.alarm;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent;
import io.caseclock.monitor.count.CountChange;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.monitor.watch.WatchedCases.Size;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The deadlines whose next instant has come. */
public interface DueDeadlines {

  /** What a sweep claimed; nobody else sees these rows until it commits. */
  interface Batch {

    List<StoredDeadline> claimed();

    /**
     * How much is kept of some of the claimed cases.
     *
     * @param most where counting the events of a case ends
     */
    List<Size> sizes(Collection<String> caseIds, int most);

    /** The whole timelines of some of the claimed cases. */
    Map<String, List<CaseEvent>> events(Collection<String> caseIds);
  }

  /**
   * What became of a claimed deadline.
   *
   * @param deadline as it is to be kept
   * @param nextAlarmAt when to look again; null for never
   * @param alarm what people are told, if anything
   * @param counts what the statistics add and take away
   */
  record Told(
      StoredDeadline deadline,
      @Nullable Instant nextAlarmAt,
      Optional<DeadlineEvent> alarm,
      List<CountChange> counts) {}

  /**
   * Claims up to {@code limit}, grave ones before all others, lets {@code work} decide, writes it
   * all in the same transaction.
   *
   * @return how many were claimed
   */
  int claim(Instant now, int limit, Function<Batch, List<Told>> work);

  /** The next instant, later than this one, at which something must be looked at, if any. */
  Optional<Instant> nextAfter(Instant now);
}
