package io.caseclock.monitor.list.rest;

import io.caseclock.contract.Names;
import io.caseclock.contract.Words;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.list.ListRow;
import io.caseclock.monitor.list.NextStep;
import io.caseclock.monitor.watch.StandingFindings;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list for the wire: what, whose, since when, why, and what comes next.
 *
 * @param kind deadline or finding
 * @param id of the deadline (see {@code GET /api/v1/deadlines/{id}}) or of the finding
 * @param grade breached-grave, breached-serious, breached-ordinary, finding, ahead or waiting
 * @param state running, paused, breached or standing; in a meeting also how it ended
 * @param rule the rule of a deadline, or the cause of a finding
 * @param names the rule's names, or the finding's text
 * @param zone of the pack of its rule; of a finding, of the first pack
 * @param startedAt when the period began, or when it was found
 * @param age how long its clock has run, ISO 8601: without pauses and what else does not count; of
 *     a finding, how long it stands
 * @param dueAt the due instant; null while it is paused, and for a finding
 * @param lateFrom the first instant at which it is late; null where it cannot be
 * @param endedAt when it ended; null while it stands
 * @param basis the provision that it rests on, or that was broken; null where none is known
 * @param noticeId the notice that a recorded finding leads to; null for others
 * @param next what comes next; null for what has ended
 */
public record ListRowView(
    String kind,
    String id,
    String grade,
    String state,
    String caseId,
    String subject,
    String rule,
    Names names,
    String element,
    String severity,
    String unit,
    @Nullable String officer,
    ZoneId zone,
    Instant startedAt,
    String age,
    @Nullable Instant dueAt,
    @Nullable Instant lateFrom,
    @Nullable Instant endedAt,
    @Nullable String basis,
    @Nullable String noticeId,
    @Nullable Next next) {

  /**
   * What comes next unless somebody acts.
   *
   * @param what warning, breach, lapse, end, resumption, notice, escalation, act or correction
   * @param stage the stage that comes, as alarms name it; null where none does
   * @param at when; null where nothing says
   */
  public record Next(String what, Names names, @Nullable String stage, @Nullable Instant at) {}

  static ListRowView of(ListRow row, Law law, Instant at) {
    var isFinding = row.kind() == ListRow.Kind.FINDING;
    return new ListRowView(
        Words.of(row.kind()),
        row.id(),
        row.grade().wire(),
        row.state(),
        row.caseId(),
        row.subject(),
        row.rule(),
        names(row, law),
        row.element(),
        row.severity(),
        row.unit(),
        row.officer(),
        law.rule(row.rule()).map(found -> found.pack().zone()).orElse(law.zone()),
        row.startedAt(),
        row.age().toString(),
        row.dueAt(),
        row.lateFrom(),
        row.endedAt(),
        basis(row, law),
        isFinding && row.rule().equals("recorded") ? StandingFindings.noticeOf(row.id()) : null,
        row.endedAt() == null ? next(NextStep.of(row, law, at)) : null);
  }

  private static Names names(ListRow row, Law law) {
    var found = row.found();
    return found != null
        ? found.text()
        : law.rule(row.rule())
            .map(rule -> rule.rule().names())
            .orElse(new Names(row.rule(), row.rule()));
  }

  private static @Nullable String basis(ListRow row, Law law) {
    var found = row.found();
    if (found != null) {
      return found.provision().equals("-") ? null : found.provision();
    }
    return NextStep.basis(row, law).orElse(null);
  }

  private static Next next(NextStep next) {
    return new Next(next.what().wire(), next.what().names(), next.stage(), next.at());
  }
}
