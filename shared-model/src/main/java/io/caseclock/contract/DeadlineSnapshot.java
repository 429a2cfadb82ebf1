package io.caseclock.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deadline as it stood when a {@link DeadlineEvent} was made; enough to tell people without
 * asking the monitor.
 *
 * @param deadlineId stable identity of (subject, rule, starting event)
 * @param names the rule's names
 * @param element the supervised element: incident, case, person, case-file, venue, property,
 *     notice, plan
 * @param statutory false for an internal standard, which is never shown as law
 * @param severity grave, serious or ordinary
 * @param list the supervision list it counts in
 * @param breachPolicy {@code notice} where a breach issues a rectification notice, {@code escalate}
 *     where only the next level is told, {@code record} where it is counted and nobody told, {@code
 *     lapse} where a right ends and nobody is at fault
 * @param startedAt when the period began to run
 * @param dueAt first instant at which it is late, exact for hour periods; null while paused, and
 *     once cancelled unless it was late by then
 * @param dueOn last lawful day in the pack's zone; null where {@code dueAt} is
 * @param zone of the pack whose rule it is: people are told its times in it; null in events of
 *     former versions, and where no pack in force has the rule
 * @param provisional true where the calendar of the due year is not yet published
 * @param revision rises each time the due instant or the status is corrected; warnings are keyed by
 *     it
 * @param source the system that sent the starting event; null in events of former versions
 * @param historyUntil what would have been told of it before that instant is history, and told to
 *     nobody; null where nothing is, and once a supervisor has released it like any other
 * @param basis the provisions it rests on, one line each
 * @param trace how the due instant was found, one line a step, Chinese and English
 */
public record DeadlineSnapshot(
    String deadlineId,
    String caseId,
    Subject subject,
    String rule,
    String ruleVersion,
    Names names,
    String element,
    String unit,
    @Nullable String officer,
    boolean statutory,
    String severity,
    String list,
    String breachPolicy,
    DeadlineStatus status,
    Instant startedAt,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueOn,
    @Nullable ZoneId zone,
    boolean provisional,
    int revision,
    @Nullable String source,
    @Nullable Instant historyUntil,
    List<String> basis,
    List<Names> trace) {

  public DeadlineSnapshot {
    basis = List.copyOf(basis);
    trace = List.copyOf(trace);
  }

  /** Late or cut short, mended or not; also where it was cancelled after that. */
  public boolean isFault() {
    return status.isFault() || (status == DeadlineStatus.CANCELLED && dueAt != null);
  }

  /** One of which nothing is history. */
  public DeadlineSnapshot(
      String deadlineId,
      String caseId,
      Subject subject,
      String rule,
      String ruleVersion,
      Names names,
      String element,
      String unit,
      @Nullable String officer,
      boolean statutory,
      String severity,
      String list,
      String breachPolicy,
      DeadlineStatus status,
      Instant startedAt,
      @Nullable Instant dueAt,
      @Nullable LocalDate dueOn,
      @Nullable ZoneId zone,
      boolean provisional,
      int revision,
      @Nullable String source,
      List<String> basis,
      List<Names> trace) {
    this(
        deadlineId,
        caseId,
        subject,
        rule,
        ruleVersion,
        names,
        element,
        unit,
        officer,
        statutory,
        severity,
        list,
        breachPolicy,
        status,
        startedAt,
        dueAt,
        dueOn,
        zone,
        provisional,
        revision,
        source,
        null,
        basis,
        trace);
  }

  /** Whether it fell due in the time that is history: whatever became of it concerns nobody now. */
  public boolean fellDueInHistory() {
    return historyUntil != null && dueAt != null && dueAt.isBefore(historyUntil);
  }

  /** Whether it began in the time that is history: nobody is told that it opened. */
  public boolean beganInHistory() {
    return historyUntil != null && startedAt.isBefore(historyUntil);
  }
}
