package io.caseclock.monitor.watch;

import io.caseclock.monitor.count.Count;
import io.caseclock.monitor.count.CountChange;
import io.caseclock.monitor.count.Outcome;
import io.caseclock.monitor.law.Law;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how a kept deadline counts, and what changes when it does. */
public final class Counting {

  private final Law law;

  public Counting(Law law) {
    this.law = law;
  }

  /**
   * What the statistics add and take away.
   *
   * @param before null for a deadline that is new
   * @param reason what changed, as in the event that tells it
   */
  public List<CountChange> between(
      @Nullable StoredDeadline before, StoredDeadline after, String reason, Instant now) {
    var zone = law.inForce(after.rule().pack()).map(pack -> pack.pack().zone()).orElse(law.zone());
    var cause =
        new CountChange.Cause(
            after.caseId(), after.id(), reason, now, LocalDate.ofInstant(now, zone));
    return CountChange.between(before == null ? null : of(before), of(after), cause);
  }

  /** Null where it counts nowhere. */
  static @Nullable Count of(StoredDeadline deadline) {
    var counted = deadline.count();
    var on = counted.on();
    if (on == null || deadline.phase() == Phase.PAUSED) {
      return null;
    }
    return new Count(
        on,
        deadline.responsible().unit(),
        deadline.responsible().officer(),
        deadline.key().rule(),
        deadline.rule().list(),
        deadline.rule().element(),
        outcome(deadline),
        counted.extended(),
        counted.warned(),
        counted.lateCause());
  }

  private static Outcome outcome(StoredDeadline deadline) {
    return switch (deadline.phase()) {
      case RUNNING, PAUSED -> deadline.lateFrom() == null ? Outcome.WAITING : Outcome.RUNNING;
      case MET -> Outcome.MET;
      case MET_LATE -> Outcome.MET_LATE;
      case LAPSED -> Outcome.LAPSED;
      case CUT_SHORT -> Outcome.CUT_SHORT;
      case CANCELLED -> deadline.due() == null ? Outcome.CANCELLED : Outcome.CANCELLED_LATE;
    };
  }
}
