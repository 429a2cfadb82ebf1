package io.caseclock.notify.delivery.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.InboxMessage;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.Recipient;
import io.caseclock.notify.delivery.Superseded;
import io.caseclock.notify.jdbc.CommittedCounter;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Table {@code inbox_message}: one statement a letter, however many read it. */
public final class JdbcDeliveryLog implements DeliveryLog {

  private static final String FILE =
      """
      insert into inbox_message (id, letter_id, person, person_unit, why, kind, unit, deadline_id,
        notice_id, case_id, subject, title_zh, title_en, text_zh, text_en, severity, stage, due_at,
        created_at)
      select id, ?, person, person_unit, why, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz,
        ?::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as r(id, person, person_unit, why)
      on conflict (id) do nothing
      """;
  private static final String SUPERSEDE =
      """
      update inbox_message set superseded_at = ?, superseded_reason = ?
      where deadline_id = ? and kind = any (?) and superseded_at is null
      """;
  private static final String SUPERSEDE_NOTICE =
      """
      update inbox_message set superseded_at = ?, superseded_reason = ?
      where notice_id = ? and superseded_at is null
      """;

  private final Sql sql;
  private final CommittedCounter counter;

  public JdbcDeliveryLog(Sql sql, CommittedCounter counter) {
    this.sql = sql;
    this.counter = counter;
  }

  @Override
  public void file(Letter letter, List<Recipient> recipients, Instant at) {
    var people = recipients.stream().map(Recipient::person).toList();
    var filed =
        sql.update(
            FILE,
            letter.id(),
            letter.kind().wire(),
            letter.unit(),
            letter.deadlineId(),
            letter.noticeId(),
            letter.caseId(),
            letter.subject(),
            letter.title().zh(),
            letter.title().en(),
            letter.text().zh(),
            letter.text().en(),
            letter.severity(),
            letter.stage(),
            letter.dueAt(),
            at,
            people.stream().map(person -> InboxMessage.idOf(letter.id(), person)).toList(),
            people,
            recipients.stream().map(Recipient::unit).toList(),
            recipients.stream().map(recipient -> recipient.why().wire()).toList());
    counter.count("caseclock.messages", "kind", letter.kind().wire(), filed);
    if (recipients.isEmpty()) {
      counter.count("caseclock.messages.nobody", "kind", letter.kind().wire(), 1);
    }
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    var wire = kinds.stream().map(MessageKind::wire).toList();
    sql.update(SUPERSEDE, at, why.wire(), deadlineId, wire);
  }

  @Override
  public void supersedeNotice(String noticeId, Superseded why, Instant at) {
    sql.update(SUPERSEDE_NOTICE, at, why.wire(), noticeId);
  }
}
