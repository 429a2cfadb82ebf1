package io.caseclock.monitor.watch;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.monitor.count.LateCause;
import io.caseclock.monitor.deadline.DeadlineKey;
import io.caseclock.monitor.deadline.Responsible;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as it is kept.
 *
 * @param due null while paused or cancelled
 * @param ended null while it has not ended
 * @param revision rises with each correction of the due instant or the phase
 * @param inputHash over everything the result rests on; the trace must reproduce it
 * @param refused approvals without effect that were already reported
 * @param nextAlarmAt when the sweeper has to look at it; null for never
 * @param history what of it is history; null where nothing is
 * @param count what the statistics need to know of it
 */
public record StoredDeadline(
    UUID id,
    DeadlineKey key,
    RuleRef rule,
    Responsible responsible,
    Instant startedAt,
    Phase phase,
    @Nullable StoredDue due,
    @Nullable LocalDate alternativeOn,
    @Nullable Ended ended,
    int revision,
    String calendarVersion,
    String inputHash,
    Set<String> refused,
    @Nullable Instant nextAlarmAt,
    @Nullable StoredHistory history,
    StoredCount count) {

  /**
   * How it came to its end.
   *
   * @param at when it was done or fell away, by the case's own time
   * @param knownAt when the office knew; if that is later than the due instant for a timely act,
   *     the data was late, not the work
   */
  public record Ended(Instant at, Instant knownAt) {}

  public StoredDeadline {
    refused = Set.copyOf(refused);
  }

  public String caseId() {
    return key.caseId();
  }

  public @Nullable Instant dueAt() {
    return due == null ? null : due.at();
  }

  public @Nullable LocalDate dueOn() {
    return due == null ? null : due.on();
  }

  /** The first instant at which it is late; null where nothing is due or nothing can be late. */
  public @Nullable Instant lateFrom() {
    return due == null ? null : due.lateFrom();
  }

  public boolean isProvisional() {
    return due != null && due.provisional();
  }

  /** The last day by the other reading of the law; null where that is no other day. */
  public @Nullable LocalDate otherDueOn() {
    return alternativeOn == null || alternativeOn.equals(dueOn()) ? null : alternativeOn;
  }

  public @Nullable Instant endedAt() {
    return ended == null ? null : ended.at();
  }

  public @Nullable Instant endedKnownAt() {
    return ended == null ? null : ended.knownAt();
  }

  /** From when on people are told of it; null where they are told of all of it. */
  public @Nullable Instant toldFrom() {
    return history == null ? null : history.toldFrom();
  }

  public DeadlineStatus statusAt(Instant now) {
    return phase.statusAt(now, lateFrom());
  }

  /** Done in time, but entered only after the due instant: late data, not late work. */
  public boolean wasEnteredLate() {
    return count.lateCause() != null;
  }

  /** The same minimum period, met since it has run out. */
  public StoredDeadline metByWaiting() {
    return due == null ? this : closed(Phase.MET, due, alternativeOn, due.at(), count);
  }

  /** The same right, lapsed with its due instant. */
  public StoredDeadline lapsed() {
    return due == null ? this : closed(Phase.LAPSED, due, alternativeOn, due.at(), count);
  }

  /** The same, of which a warning was told. */
  public StoredDeadline warned() {
    return count.warned() ? this : counted(nextAlarmAt, count.asWarned());
  }

  /** The same, to be looked at by the sweeper at another instant. */
  public StoredDeadline alarmedAt(@Nullable Instant at) {
    return counted(at, count);
  }

  /** The same, of which the timely act was entered late for another reason. */
  public StoredDeadline enteredLate(LateCause cause) {
    return counted(nextAlarmAt, count.enteredLate(cause));
  }

  private StoredDeadline counted(@Nullable Instant alarm, StoredCount as) {
    return with(phase, due, alternativeOn, ended, revision, alarm, history, as);
  }

  /** A cancelled one that nothing calls for any more: it was never late, and counts nowhere. */
  StoredDeadline countedNowhere() {
    var silent = history == null ? null : history.withoutAlarms();
    return with(phase, null, null, ended, revision, null, silent, count.nowhere());
  }

  /** How long its clock has run by now, or had run when it ended; what did not count left out. */
  public Duration ageAt(Instant now) {
    return count.ageAt(startedAt, ended == null ? now : ended.at());
  }

  /** The timely act, where it was entered late and nobody asked yet why. */
  Optional<LateEntry> lateEntry() {
    var lateFrom = lateFrom();
    return lateFrom != null && ended != null && count.lateCause() == LateCause.DATA
        ? Optional.of(new LateEntry(id, key.start().source(), lateFrom, ended.knownAt()))
        : Optional.empty();
  }

  /** Late or cut short, mended or not; also where it was cancelled after that. */
  public boolean wasLateAt(Instant now) {
    return statusAt(now).isFault() || (phase == Phase.CANCELLED && due != null);
  }

  /** The same, released by a supervisor; only where something of it is history. */
  public StoredDeadline released(UUID release, ReleaseAs as) {
    var before = Objects.requireNonNull(history, "only history is released");
    var released =
        new StoredHistory(before.until(), before.alarms(), new StoredHistory.Release(release, as));
    return with(phase, due, alternativeOn, ended, revision, nextAlarmAt, released, count);
  }

  /**
   * The same deadline, ended because nothing calls for it any more: as if it had never been, it
   * counts nowhere.
   */
  StoredDeadline cancelled(Instant at) {
    return closed(Phase.CANCELLED, null, null, at, count.nowhere());
  }

  private StoredDeadline closed(
      Phase as,
      @Nullable StoredDue dueThen,
      @Nullable LocalDate alternative,
      Instant at,
      StoredCount counted) {
    var told = as == Phase.CANCELLED && history != null ? history.withoutAlarms() : history;
    return with(as, dueThen, alternative, new Ended(at, at), revision + 1, null, told, counted);
  }

  /** What never changes stays. */
  private StoredDeadline with(
      Phase itsPhase,
      @Nullable StoredDue itsDue,
      @Nullable LocalDate itsAlternative,
      @Nullable Ended itsEnd,
      int itsRevision,
      @Nullable Instant itsAlarm,
      @Nullable StoredHistory itsHistory,
      StoredCount itsCount) {
    return new StoredDeadline(
        id,
        key,
        rule,
        responsible,
        startedAt,
        itsPhase,
        itsDue,
        itsAlternative,
        itsEnd,
        itsRevision,
        calendarVersion,
        inputHash,
        refused,
        itsAlarm,
        itsHistory,
        itsCount);
  }
}
