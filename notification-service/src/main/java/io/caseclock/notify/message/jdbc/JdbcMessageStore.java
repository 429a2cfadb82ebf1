package io.caseclock.notify.message.jdbc;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.CurrentTraces;
import io.caseclock.contract.Names;
import io.caseclock.jdbc.Sql;
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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables {@code message}, {@code message_recipient} and {@code contact_gap}. */
public final class JdbcMessageStore implements MessageStore {

  private static final String KEEP =
      """
      insert into message (id, kind, unit, officer, deadline_id, notice_id, case_id, subject, rule,
        list, source, title_zh, title_en, text_zh, text_en, severity, stage, due_at, at,
        zone, trace)
      select id, kind, unit, officer, deadline_id, notice_id, case_id, subject, rule,
        list, source, title_zh, title_en, text_zh, text_en, severity, stage, due_at::timestamptz,
        at::timestamptz, zone, trace
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as m(id, kind, unit, officer, deadline_id, notice_id, case_id, subject, rule,
          list, source, title_zh, title_en, text_zh, text_en, severity, stage, due_at, at, zone,
          trace)
      on conflict (id) do nothing returning kind
      """;
  private static final String SEND =
      """
      insert into message_recipient (message_id, recipient, channel, unit, why, critical, digest, fallback,
        queued_at, state, reason, ready_at)
      select message_id, recipient, channel, unit, why, critical::boolean, digest::boolean,
        case when fallback = '' then '{}' else string_to_array(fallback, ',') end,
        queued_at::timestamptz, 'waiting', 'new', ready_at::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[])
        as r(message_id, recipient, channel, unit, why, critical, digest, fallback, queued_at,
          ready_at)
      on conflict do nothing
      """;
  private static final String SUPERSEDE =
      """
      update message m set superseded_at = s.at::timestamptz, superseded_reason = s.why
      from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as s(deadline_id, kinds, why, at)
      where m.deadline_id = s.deadline_id and m.kind = any (string_to_array(s.kinds, ','))
        and m.superseded_at is null
      returning m.id, s.why
      """;
  private static final String SUPERSEDE_NOTICE =
      """
      update message set superseded_at = ?, superseded_reason = ?
      where notice_id = ? and superseded_at is null returning id, superseded_reason
      """;
  private static final String TAKE_BACK =
      """
      update message_recipient set state = 'dropped', reason = 'inhibited', ready_at = null
      where message_id = any (?) and state = 'waiting'
      """;

  private static final String TOLD =
      """
      select distinct r.recipient from message_recipient r left join delivery d on d.id = r.delivery_id
      where r.message_id = any (?) and r.state = 'sent'
        and (r.channel = 'in-app' or d.taken_back_at is null)
      """;

  /** Of deliveries alone: what stands in an inbox stays there. */
  private static final String EMPTY_MESSAGES =
      """
      select distinct a.delivery_id from message_recipient a
      where a.message_id = any (?) and a.delivery_id is not null and a.channel <> 'in-app'
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
  private final Runnable whenQueued;

  /**
   * @param whenQueued is told, in the transaction, that messages were put into mailboxes
   */
  public JdbcMessageStore(
      Sql sql,
      DeliveryQueue queue,
      CommittedCounter counter,
      BatchCache memory,
      Runnable whenQueued) {
    this.sql = sql;
    this.queue = queue;
    this.counter = counter;
    this.memory = memory;
    this.whenQueued = whenQueued;
  }

  /** A message, and when it was written. */
  record Kept(Message message, Instant at) {}

  /** What no longer holds: the messages of these kinds about a deadline. */
  record Superseding(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {}

  @Override
  public void keep(Message message, Instant at) {
    keep(List.of(new Kept(message, at)));
  }

  /** All of them in one statement. */
  void keep(Collection<Kept> kept) {
    if (kept.isEmpty()) {
      return;
    }
    sql
        .query(
            KEEP,
            row -> row.getString(1),
            column(kept, Message::id),
            column(kept, message -> message.kind().wire()),
            column(kept, Message::unit),
            column(kept, Message::officer),
            column(kept, Message::deadlineId),
            column(kept, Message::noticeId),
            column(kept, Message::caseId),
            column(kept, Message::subject),
            column(kept, Message::rule),
            column(kept, Message::list),
            column(kept, Message::source),
            column(kept, message -> message.title().zh()),
            column(kept, message -> message.title().en()),
            column(kept, message -> message.text().zh()),
            column(kept, message -> message.text().en()),
            column(kept, Message::severity),
            column(kept, Message::stage),
            column(kept, Message::dueAt),
            kept.stream().map(Kept::at).toList(),
            column(kept, message -> Zones.text(message.zone())),
            column(kept, message -> CurrentTraces.of(message.caseId())))
        .stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .forEach(
            (kind, amount) -> counter.count("caseclock.messages", "kind", kind, amount.intValue()));
  }

  private static List<@Nullable Object> column(
      Collection<Kept> kept, Function<Message, @Nullable Object> value) {
    return kept.stream().<@Nullable Object>map(one -> value.apply(one.message())).toList();
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
            recipients.stream().map(MessageRecipient::messageId).toList(),
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
    if (queued > 0) {
      whenQueued.run();
    }
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    supersede(List.of(new Superseding(deadlineId, kinds, why, at)));
  }

  /** All of them in one statement; no deadline may stand in it twice. */
  void supersede(Collection<Superseding> all) {
    if (all.isEmpty()) {
      return;
    }
    var gone =
        sql.query(
            SUPERSEDE,
            JdbcMessageStore::gone,
            all.stream().map(Superseding::deadlineId).toList(),
            all.stream().map(JdbcMessageStore::kinds).toList(),
            all.stream().map(one -> one.why().wire()).toList(),
            all.stream().map(Superseding::at).toList());
    takeBack(gone, all.iterator().next().at());
  }

  private static String kinds(Superseding superseding) {
    return superseding.kinds().stream().map(MessageKind::wire).collect(Collectors.joining(","));
  }

  /** A message that no longer holds. */
  private record Gone(String id, String why) {}

  private static Gone gone(ResultSet row) throws SQLException {
    return new Gone(row.getString(1), row.getString(2));
  }

  @Override
  public Set<String> supersedeNotice(String noticeId, Superseded why, Instant at) {
    var gone = sql.query(SUPERSEDE_NOTICE, JdbcMessageStore::gone, at, why.wire(), noticeId);
    takeBack(gone, at);
    return new HashSet<>(
        sql.query(TOLD, row -> row.getString(1), gone.stream().map(Gone::id).toList()));
  }

  /** A message of which nothing holds any more is not sent, if there is still time. */
  private void takeBack(List<Gone> gone, Instant at) {
    if (gone.isEmpty()) {
      return;
    }
    sql.update(TAKE_BACK, gone.stream().map(Gone::id).toList());
    gone.stream()
        .collect(Collectors.groupingBy(Gone::why, TreeMap::new, Collectors.toList()))
        .forEach((why, messages) -> takeBackDeliveries(messages, why, at));
  }

  private void takeBackDeliveries(List<Gone> gone, String why, Instant at) {
    var messages = gone.stream().map(Gone::id).toList();
    var empty = sql.query(EMPTY_MESSAGES, row -> row.getString(1), messages);
    if (!empty.isEmpty()) {
      queue.takeBack(empty, why, at);
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
