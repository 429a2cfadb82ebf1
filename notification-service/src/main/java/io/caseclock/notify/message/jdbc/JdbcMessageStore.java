package io.caseclock.notify.message.jdbc;

import io.caseclock.contract.Names;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.cache.BatchCache;
import io.caseclock.notify.delivery.DeliveryQueue;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.jdbc.Zones;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.Superseded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables {@code message}, {@code message_recipient} and {@code contact_gap}. */
public final class JdbcMessageStore implements MessageStore {

  private static final String KEEP =
      """
      insert into message (id, kind, unit, officer, deadline_id, notice_id, case_id, subject, rule,
        list, source, title_zh, title_en, text_zh, text_en, severity, stage, due_at, at,
        zone)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;
  private static final String SEND =
      """
      insert into message_recipient (message_id, recipient, channel, unit, why, critical, digest, fallback,
        queued_at, state, reason, ready_at)
      select ?, recipient, channel, unit, why, critical::boolean, digest::boolean,
        case when fallback = '' then '{}' else string_to_array(fallback, ',') end,
        queued_at::timestamptz, 'waiting', 'new', ready_at::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[])
        as r(recipient, channel, unit, why, critical, digest, fallback, queued_at, ready_at)
      on conflict do nothing
      """;
  private static final String SUPERSEDE =
      """
      update message set superseded_at = ?, superseded_reason = ?
      where deadline_id = ? and kind = any (?) and superseded_at is null returning id
      """;
  private static final String SUPERSEDE_NOTICE =
      """
      update message set superseded_at = ?, superseded_reason = ?
      where notice_id = ? and superseded_at is null returning id
      """;
  private static final String TAKE_BACK =
      """
      update message_recipient set state = 'dropped', reason = 'inhibited', ready_at = null
      where message_id = any (?) and state = 'waiting'
      """;
  private static final String EMPTY_MESSAGES =
      """
      select distinct a.delivery_id from message_recipient a
      where a.message_id = any (?) and a.delivery_id is not null
        and not exists (select 1 from message_recipient b join message l on l.id = b.message_id
          where b.delivery_id = a.delivery_id and l.superseded_at is null)
      """;
  private static final List<Object> GAPS = List.of("gaps");
  private static final String OPEN_GAPS = "select officer from contact_gap where closed_at is null";
  private static final String NOTE_GAP =
      """
      insert into contact_gap (officer, found_at) values (?, ?)
      on conflict (officer) where closed_at is null do nothing
      """;
  private static final String CLOSE_GAP =
      "update contact_gap set closed_at = ? where officer = ? and closed_at is null";

  private final Sql sql;
  private final DeliveryQueue queue;
  private final CommittedCounter counter;
  private final BatchCache memory;

  public JdbcMessageStore(
      Sql sql, DeliveryQueue queue, CommittedCounter counter, BatchCache memory) {
    this.sql = sql;
    this.queue = queue;
    this.counter = counter;
    this.memory = memory;
  }

  @Override
  public void keep(Message message, Instant at) {
    var kept =
        sql.update(
            KEEP,
            message.id(),
            message.kind().wire(),
            message.unit(),
            message.officer(),
            message.deadlineId(),
            message.noticeId(),
            message.caseId(),
            message.subject(),
            message.rule(),
            message.list(),
            message.source(),
            message.title().zh(),
            message.title().en(),
            message.text().zh(),
            message.text().en(),
            message.severity(),
            message.stage(),
            message.dueAt(),
            at,
            Zones.text(message.zone()));
    counter.count("caseclock.messages", "kind", message.kind().wire(), kept);
  }

  @Override
  public Optional<Message> byId(String id) {
    return sql.query("select * from message where id = ?", JdbcMessageStore::message, id).stream()
        .findFirst();
  }

  @Override
  public Map<String, Message> byIds(Collection<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return sql
        .query("select * from message where id = any (?)", JdbcMessageStore::message, ids)
        .stream()
        .collect(Collectors.toMap(Message::id, Function.identity()));
  }

  @Override
  public void send(List<MessageRecipient> recipients) {
    if (recipients.isEmpty()) {
      return;
    }
    var queued =
        sql.update(
            SEND,
            recipients.getFirst().messageId(),
            recipients.stream().map(MessageRecipient::recipient).toList(),
            recipients.stream().map(MessageRecipient::channel).toList(),
            recipients.stream().map(MessageRecipient::unit).toList(),
            recipients.stream().map(one -> one.why().wire()).toList(),
            recipients.stream().map(MessageRecipient::critical).toList(),
            recipients.stream().map(MessageRecipient::digest).toList(),
            recipients.stream().map(one -> String.join(",", one.fallback())).toList(),
            recipients.stream().map(MessageRecipient::queuedAt).toList(),
            recipients.stream().map(MessageRecipient::readyAt).toList());
    counter.count("caseclock.message.recipients", "outcome", "queued", queued);
    counter.count(
        "caseclock.message.recipients", "outcome", "duplicate", recipients.size() - queued);
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    var wire = kinds.stream().map(MessageKind::wire).toList();
    takeBack(
        sql.query(SUPERSEDE, row -> row.getString(1), at, why.wire(), deadlineId, wire), why, at);
  }

  @Override
  public void supersedeNotice(String noticeId, Superseded why, Instant at) {
    takeBack(
        sql.query(SUPERSEDE_NOTICE, row -> row.getString(1), at, why.wire(), noticeId), why, at);
  }

  /** A message of which nothing holds any more is not sent, if there is still time. */
  private void takeBack(List<String> messages, Superseded why, Instant at) {
    if (messages.isEmpty()) {
      return;
    }
    sql.update(TAKE_BACK, messages);
    var empty = sql.query(EMPTY_MESSAGES, row -> row.getString(1), messages);
    if (!empty.isEmpty()) {
      queue.takeBack(empty, why.wire(), at);
    }
  }

  @Override
  public boolean noteGap(String officer, Instant at) {
    if (openGaps().contains(officer)) {
      return false;
    }
    memory.forget(GAPS);
    return sql.update(NOTE_GAP, officer, at) > 0;
  }

  @Override
  public void closeGap(String officer, Instant at) {
    if (openGaps().contains(officer)) {
      memory.forget(GAPS);
      sql.update(CLOSE_GAP, at, officer);
    }
  }

  /** Few at any time. */
  private Set<String> openGaps() {
    return memory.remembered(
        GAPS, () -> new HashSet<>(sql.query(OPEN_GAPS, row -> row.getString(1))));
  }

  private static Message message(ResultSet row) throws SQLException {
    return new Message(
        row.getString("id"),
        MessageKind.ofWire(row.getString("kind")),
        row.getString("unit"),
        row.getString("officer"),
        row.getString("deadline_id"),
        row.getString("notice_id"),
        row.getString("case_id"),
        row.getString("subject"),
        row.getString("rule"),
        row.getString("list"),
        row.getString("source"),
        new Names(row.getString("title_zh"), row.getString("title_en")),
        new Names(row.getString("text_zh"), row.getString("text_en")),
        row.getString("severity"),
        row.getString("stage"),
        Sql.instant(row, "due_at"),
        Zones.ofText(row.getString("zone")));
  }
}
