package io.caseclock.monitor.watch;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.deadline.DeadlineKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as it is kept.
 *
 * @param dueAt null while paused or cancelled
 * @param lateFrom the first instant at which it is late; null where {@code dueAt} is, and for a
 *     minimum period
 * @param endedAt when it was done or fell away, by the case's own time
 * @param endedKnownAt when the office knew; later than {@code lateFrom} for a timely act, the data
 *     was late, not the work
 * @param revision rises with each correction of the due instant or the phase
 * @param inputHash over everything the result rests on; the trace must reproduce it
 * @param refused approvals without effect that were already reported
 * @param nextAlarmAt when the sweeper has to look at it; null for never
 */
public record StoredDeadline(
    UUID id,
    DeadlineKey key,
    String packId,
    String packVersion,
    String ruleVersion,
    String element,
    boolean statutory,
    String severity,
    String list,
    String unit,
    @Nullable String officer,
    Instant startedAt,
    Phase phase,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueOn,
    @Nullable Instant lateFrom,
    boolean provisional,
    @Nullable LocalDate alternativeOn,
    @Nullable Instant endedAt,
    @Nullable Instant endedKnownAt,
    int revision,
    String calendarVersion,
    String inputHash,
    Set<String> refused,
    @Nullable Instant nextAlarmAt) {

  public StoredDeadline {
    refused = Set.copyOf(refused);
  }

  public DeadlineStatus statusAt(Instant now) {
    return phase.statusAt(now, lateFrom);
  }

  /** Done in time, but known only after the due instant: late data, not late work. */
  public boolean wasEnteredLate() {
    return phase == Phase.MET
        && lateFrom != null
        && endedKnownAt != null
        && !endedKnownAt.isBefore(lateFrom);
  }

  public String caseId() {
    return key.caseId();
  }

  /** The same minimum period, met since it has run out. */
  public StoredDeadline metByWaiting() {
    return new StoredDeadline(
        id,
        key,
        packId,
        packVersion,
        ruleVersion,
        element,
        statutory,
        severity,
        list,
        unit,
        officer,
        startedAt,
        Phase.MET,
        dueAt,
        dueOn,
        lateFrom,
        provisional,
        alternativeOn,
        dueAt,
        dueAt,
        revision + 1,
        calendarVersion,
        inputHash,
        refused,
        null);
  }

  /** The same deadline, ended because nothing calls for it any more. */
  StoredDeadline cancelled(Instant at) {
    return new StoredDeadline(
        id,
        key,
        packId,
        packVersion,
        ruleVersion,
        element,
        statutory,
        severity,
        list,
        unit,
        officer,
        startedAt,
        Phase.CANCELLED,
        null,
        null,
        null,
        false,
        null,
        at,
        at,
        revision + 1,
        calendarVersion,
        inputHash,
        refused,
        null);
  }
}
