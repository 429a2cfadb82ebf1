package io.caseclock.notify.notice.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeNumber;
import io.caseclock.notify.notice.NoticeState;
import io.caseclock.notify.notice.NoticeState.Memory;
import java.util.Objects;
import java.util.Set;

/** A row of {@code notice} and the notice that it holds. */
final class NoticeMapping {

  static Notice notice(NoticeRow row) {
    return new Notice(
        row.id,
        NoticeKind.ofWire(row.kind),
        new NoticeNumber(
            Objects.requireNonNullElse(row.issuingUnit, row.unit), row.year, row.serial),
        row.number,
        row.unit,
        row.officer,
        row.caseId,
        row.subject,
        row.element,
        row.rule,
        new Names(row.nameZh, row.nameEn),
        row.severity,
        row.deadlineId,
        row.revision,
        row.dueAt,
        row.issuedAt,
        row.issuer,
        row.lower,
        Set.of(row.hands),
        row.objector,
        NoticeState.of(
            row.state, new Memory(row.rectifier, row.reviewer, row.plannedOn, row.before)),
        row.version);
  }

  /** Everything that a step may change. */
  static void write(Notice after, NoticeRow row) {
    var memory = after.state().memory();
    row.state = after.state().wire();
    row.rectifier = memory.rectifier();
    row.reviewer = memory.reviewer();
    row.plannedOn = memory.plannedOn();
    row.before = memory.before();
    row.officer = after.officer();
    row.objector = after.objector();
    row.hands = after.hands().stream().sorted().toArray(String[]::new);
    row.version = after.version();
  }

  private NoticeMapping() {}
}
