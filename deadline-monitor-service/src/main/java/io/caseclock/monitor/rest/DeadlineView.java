package io.caseclock.monitor.rest;

import io.caseclock.contract.Names;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.StoredDeadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A kept deadline for the wire.
 *
 * @param duty whose duty it is, in the word of the rules; null where no pack in force has the rule
 * @param alternativeOn the last day by the other reading of the law; null where that is no other
 *     day
 * @param source the system that sent the starting event
 * @param zone of the pack, in which its days begin and end
 * @param late whether it was late, or cut short, mended or not; also where it was cancelled later
 * @param historyUntil what would have been told before that instant is history, and told to nobody
 * @param releasedAs how a supervisor released what is history: digest, notices or nothing
 * @param lateData true where it was done in time but entered after the due instant
 */
public record DeadlineView(
    String id,
    String caseId,
    String subject,
    String rule,
    String ruleVersion,
    Names names,
    String pack,
    String element,
    @Nullable String duty,
    boolean statutory,
    String severity,
    String list,
    String unit,
    @Nullable String officer,
    Instant startedAt,
    String source,
    @Nullable Instant dueAt,
    @Nullable LocalDate dueOn,
    ZoneId zone,
    String status,
    boolean late,
    boolean provisional,
    @Nullable LocalDate alternativeOn,
    @Nullable Instant endedAt,
    boolean lateData,
    int revision,
    String calendarVersion,
    String inputHash,
    @Nullable Instant nextAlarmAt,
    @Nullable Instant historyUntil,
    @Nullable String releasedAs) {

  public static DeadlineView of(StoredDeadline deadline, Law law, Instant now) {
    var rule = deadline.key().rule();
    var found = law.rule(rule);
    var ref = deadline.rule();
    var history = deadline.history();
    var release = history == null ? null : history.release();
    return new DeadlineView(
        deadline.id().toString(),
        deadline.caseId(),
        deadline.key().subject().toString(),
        rule,
        ref.version(),
        found.map(one -> one.rule().names()).orElse(new Names(rule, rule)),
        ref.pack(),
        ref.element(),
        found.map(one -> one.rule().duty()).orElse(null),
        ref.statutory(),
        ref.severity(),
        ref.list(),
        deadline.responsible().unit(),
        deadline.responsible().officer(),
        deadline.startedAt(),
        deadline.key().start().source(),
        deadline.dueAt(),
        deadline.dueOn(),
        found.map(one -> one.pack().zone()).orElse(law.zone()),
        deadline.statusAt(now).wire(),
        deadline.wasLateAt(now),
        deadline.isProvisional(),
        deadline.otherDueOn(),
        deadline.endedAt(),
        deadline.wasEnteredLate(),
        deadline.revision(),
        deadline.calendarVersion(),
        deadline.inputHash(),
        deadline.nextAlarmAt(),
        history == null ? null : history.until(),
        release == null ? null : release.as().wire());
  }
}
