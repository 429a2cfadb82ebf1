package io.caseclock.monitor.history;

import io.caseclock.contract.DeadlineEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineAlarm;
import io.caseclock.contract.DeadlineEvent.Digest;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.ReleaseAs;
import io.caseclock.monitor.watch.Snapshots;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A supervisor decides how people hear of what is overdue since the time that is history. What was
 * released once is never released again, so that saying it twice changes nothing.
 */
public final class ReleaseHistory {

  /** How many breaches one decision releases; those beyond it wait for the next. */
  public static final int MOST = 5_000;

  private final HistoryReleases releases;
  private final Snapshots snapshots;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public ReleaseHistory(
      HistoryReleases releases, Law law, InstantSource clock, Supplier<UUID> ids) {
    this.releases = releases;
    this.snapshots = new Snapshots(law);
    this.clock = clock;
    this.ids = ids;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** Something waited, and is released now. */
    record Released(Release release) implements Outcome {}

    /** Nothing waits any more, since this decision. */
    record ReleasedBefore(Release release) implements Outcome {}

    /** Nothing of the rule waits there, and nothing ever did. */
    record NothingWaits() implements Outcome {}
  }

  /**
   * Releases the breaches of a rule in a unit and below.
   *
   * @param by who decides
   */
  public Outcome release(String unit, String rule, ReleaseAs as, String by) {
    var decision = new Release(ids.get(), unit, rule, as, 0, by, clock.instant());
    return releases
        .release(decision, MOST, deadlines -> news(decision, deadlines))
        .<Outcome>map(Outcome.Released::new)
        .or(() -> releases.newest(unit, rule).map(Outcome.ReleasedBefore::new))
        .orElseGet(Outcome.NothingWaits::new);
  }

  /** Those that go the usual way are told by the sweep, which knows how they came about. */
  private List<DeadlineEvent> news(Release decision, List<StoredDeadline> deadlines) {
    return switch (decision.as()) {
      case NOTICES, NOTHING -> List.of();
      case DIGEST -> {
        var digest = new Digest(decision.id().toString(), deadlines.size());
        yield deadlines.stream().map(each -> alarm(each, digest, decision.at())).toList();
      }
    };
  }

  private DeadlineEvent alarm(StoredDeadline deadline, Digest digest, Instant now) {
    var lateFrom = Objects.requireNonNull(deadline.lateFrom(), "what is overdue was due");
    return new DeadlineAlarm(
        deadline.id() + ":" + deadline.revision() + ":" + DeadlineAlarm.BREACH,
        DeadlineAlarm.BREACH,
        snapshots.of(deadline, now, List.of()),
        now,
        Duration.between(lateFrom, now),
        digest);
  }
}
