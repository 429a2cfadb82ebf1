package io.caseclock.notify.notice.panache;

import static io.caseclock.jdbc.Sql.column;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.notice.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch has issued and not written yet: each notice as it stands by then, so that the row is
 * written once however many steps were taken, and the rows of all notices together.
 */
final class NewNotices {

  private static final String NOTICES =
      """
      insert into notice (id, unit, year, serial, number, kind, issuing_unit, officer, issuer,
        lower_notice, hands, objector, reviewer, planned_on, stood_before, case_id, subject, element,
        rule, name_zh, name_en, severity, deadline_id, revision, due_at, zone, issued_at, state,
        rectifier, version, sha256, document)
      select id, unit, year::int, serial::int, number, kind, issuing_unit, officer, issuer,
        lower_notice, string_to_array(hands, chr(31)), objector, reviewer, planned_on::date,
        stood_before, case_id, subject, element, rule, name_zh, name_en, severity, deadline_id,
        revision::int, due_at::timestamptz, zone, issued_at::timestamptz, state, rectifier,
        version::int, sha256, document
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::bytea[]) as n(id, unit, year, serial, number, kind, issuing_unit, officer, issuer,
          lower_notice, hands, objector, reviewer, planned_on, stood_before, case_id, subject,
          element, rule, name_zh, name_en, severity, deadline_id, revision, due_at, zone, issued_at,
          state, rectifier, version, sha256, document)
      """;

  private static final String FAULTS =
      """
      insert into notice_fault (notice_id, seq, deadline_id, revision, case_id, subject, element,
        rule, name_zh, name_en, severity, due_at, zone, open)
      select notice_id, seq::int, deadline_id, revision::int, case_id, subject, element, rule,
        name_zh, name_en, severity, due_at::timestamptz, zone, true
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as f(notice_id, seq, deadline_id, revision, case_id, subject, element, rule, name_zh,
          name_en, severity, due_at, zone)
      """;

  private static final String STEPS =
      """
      insert into notice_step (notice_id, seq, kind, at, by_name, by_officer, by_role,
        by_acting_for, text, data)
      select notice_id, seq::int, kind, at::timestamptz, by_name, by_officer, by_role,
        by_acting_for, text, data
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[])
        as s(notice_id, seq, kind, at, by_name, by_officer, by_role, by_acting_for, text, data)
      """;

  /** Between the officers who had a part; stands in no identifier. */
  private static final String SEPARATOR = "\u001f";

  private final Sql sql;
  private final Map<String, NoticeRow> notices = new LinkedHashMap<>();
  private final List<NoticeFaultRow> faults = new ArrayList<>();
  private final List<NoticeStepRow> steps = new ArrayList<>();

  NewNotices(Sql sql) {
    this.sql = sql;
  }

  void add(NoticeRow notice, List<NoticeFaultRow> covered) {
    notices.put(notice.id, notice);
    faults.addAll(covered);
  }

  /** Takes over what may change after the issue; false where it is none of these. */
  boolean change(Notice after) {
    var row = notices.get(after.id());
    if (row == null) {
      return false;
    }
    row.write(after);
    return true;
  }

  /** Of any notice, also of one that was written long ago. */
  void step(NoticeStepRow step) {
    steps.add(step);
  }

  /** In three statements; nothing is pending after it. */
  void write() {
    if (!notices.isEmpty()) {
      writeNotices(notices.values());
      writeFaults(faults);
    }
    if (!steps.isEmpty()) {
      writeSteps(steps);
    }
    notices.clear();
    faults.clear();
    steps.clear();
  }

  private void writeNotices(Collection<NoticeRow> rows) {
    sql.update(
        NOTICES,
        column(rows, row -> row.id),
        column(rows, row -> row.unit),
        column(rows, row -> row.year),
        column(rows, row -> row.serial),
        column(rows, row -> row.number),
        column(rows, row -> row.kind),
        column(rows, row -> row.issuingUnit),
        column(rows, row -> row.officer),
        column(rows, row -> row.issuer),
        column(rows, row -> row.lower),
        column(rows, row -> String.join(SEPARATOR, row.hands)),
        column(rows, row -> row.objector),
        column(rows, row -> row.reviewer),
        column(rows, row -> row.plannedOn),
        column(rows, row -> row.before),
        column(rows, row -> row.caseId),
        column(rows, row -> row.subject),
        column(rows, row -> row.element),
        column(rows, row -> row.rule),
        column(rows, row -> row.nameZh),
        column(rows, row -> row.nameEn),
        column(rows, row -> row.severity),
        column(rows, row -> row.deadlineId),
        column(rows, row -> row.revision),
        column(rows, row -> row.dueAt),
        column(rows, row -> row.zone),
        column(rows, row -> row.issuedAt),
        column(rows, row -> row.state),
        column(rows, row -> row.rectifier),
        column(rows, row -> row.version),
        column(rows, row -> row.sha256),
        column(rows, row -> row.document));
  }

  private void writeFaults(List<NoticeFaultRow> rows) {
    sql.update(
        FAULTS,
        column(rows, row -> row.noticeId),
        column(rows, row -> row.seq),
        column(rows, row -> row.deadlineId),
        column(rows, row -> row.revision),
        column(rows, row -> row.caseId),
        column(rows, row -> row.subject),
        column(rows, row -> row.element),
        column(rows, row -> row.rule),
        column(rows, row -> row.nameZh),
        column(rows, row -> row.nameEn),
        column(rows, row -> row.severity),
        column(rows, row -> row.dueAt),
        column(rows, row -> row.zone));
  }

  private void writeSteps(List<NoticeStepRow> rows) {
    sql.update(
        STEPS,
        column(rows, row -> row.noticeId),
        column(rows, row -> row.seq),
        column(rows, row -> row.kind),
        column(rows, row -> row.at),
        column(rows, row -> row.by.name),
        column(rows, row -> row.by.officer),
        column(rows, row -> row.by.role),
        column(rows, row -> row.by.actingFor),
        column(rows, row -> row.text),
        column(rows, row -> row.data));
  }
}
