package io.caseclock.notify.pipeline.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.pipeline.Mailboxes;
import io.caseclock.notify.pipeline.MessageGroup;
import io.caseclock.notify.pipeline.PendingMessage;
import io.caseclock.notify.pipeline.PipelineResult;
import io.caseclock.notify.pipeline.PipelineResult.Dropped;
import io.caseclock.notify.pipeline.PipelineResult.Held;
import io.caseclock.notify.pipeline.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * PendingMessage rows of {@code addressed}; a mailbox is claimed by an advisory lock of the
 * transaction.
 */
public final class JdbcMailboxes implements Mailboxes {

  private static final Duration HOUR = Duration.ofHours(1);

  private static final String CLAIM =
      """
      with ready as materialized (
        select recipient, channel from message_recipient
        where state = 'waiting' and ready_at <= ?
        group by recipient, channel order by min(ready_at), recipient, channel limit ?)
      select recipient, channel from ready
      where pg_try_advisory_xact_lock(hashtextextended(recipient || chr(31) || channel, 14))
      """;
  private static final String WAITING =
      """
      select a.message_id, a.recipient, a.channel, a.unit as posted_at, a.why, a.critical, a.digest,
        a.queued_at, a.reason, l.kind, l.unit, coalesce(u.path, '/' || l.unit || '/') as path,
        l.case_id, l.deadline_id, l.rule, l.list, l.severity, l.stage, l.due_at,
        l.superseded_at is null as holds
      from message_recipient a join message l on l.id = a.message_id left join unit u on u.id = l.unit
      where a.state = 'waiting' and (a.ready_at <= ? or a.reason in ('new', 'grouping'))
        and (a.recipient, a.channel) in (select * from unnest(?::text[], ?::text[]))
      order by a.queued_at, a.message_id
      for update of a skip locked
      """;
  private static final String SENT =
      """
      select recipient, channel, count(*) from delivery
      where (recipient, channel) in (select * from unnest(?::text[], ?::text[])) and queued_at > ?
      group by recipient, channel
      """;
  private static final String HOLD =
      """
      update message_recipient a set reason = r.reason, ready_at = r.ready_at::timestamptz
      from unnest(?::text[], ?::text[], ?::text[]) as r(message_id, reason, ready_at)
      where a.message_id = r.message_id and a.recipient = ? and a.channel = ?
      """;
  private static final String DROP =
      """
      update message_recipient a set state = 'dropped', reason = r.reason, ready_at = null
      from unnest(?::text[], ?::text[]) as r(message_id, reason)
      where a.message_id = r.message_id and a.recipient = ? and a.channel = ?
      """;
  private static final String ENCLOSE =
      """
      update message_recipient set state = 'sent', reason = 'sent', ready_at = null, delivery_id = ?
      where message_id = any (?) and recipient = ? and channel = ?
      """;

  private final Sql sql;
  private final CommittedCounter counter;

  public JdbcMailboxes(Sql sql, CommittedCounter counter) {
    this.sql = sql;
    this.counter = counter;
  }

  private record Key(String addressee, String channel) {}

  @Override
  public List<Mailbox> claim(int limit, Instant now) {
    var keys = sql.query(CLAIM, JdbcMailboxes::key, now, limit);
    if (keys.isEmpty()) {
      return List.of();
    }
    var addressees = keys.stream().map(Key::addressee).toList();
    var channels = keys.stream().map(Key::channel).toList();
    Map<Key, List<PendingMessage>> waiting = new LinkedHashMap<>();
    keys.forEach(key -> waiting.put(key, new ArrayList<>()));
    sql.query(WAITING, JdbcMailboxes::waiting, now, addressees, channels)
        .forEach(
            one ->
                waiting
                    .computeIfAbsent(
                        new Key(one.addressee(), one.channel()), key -> new ArrayList<>())
                    .add(one));
    Map<Key, Integer> sent = new LinkedHashMap<>();
    sql.query(
            SENT, row -> Map.entry(key(row), row.getInt(3)), addressees, channels, now.minus(HOUR))
        .forEach(count -> sent.put(count.getKey(), count.getValue()));
    return keys.stream()
        .map(
            key ->
                new Mailbox(
                    key.addressee(),
                    key.channel(),
                    waiting.getOrDefault(key, List.of()),
                    sent.getOrDefault(key, 0)))
        .toList();
  }

  @Override
  public void settle(Mailbox mailbox, PipelineResult sorted) {
    hold(mailbox, sorted.held());
    drop(mailbox, sorted.dropped());
  }

  private void hold(Mailbox mailbox, List<Held> held) {
    if (held.isEmpty()) {
      return;
    }
    sql.update(
        HOLD,
        held.stream().map(one -> one.waiting().messageId()).toList(),
        held.stream().map(one -> one.verdict().reason().wire()).toList(),
        held.stream().map(one -> one.verdict().until()).toList(),
        mailbox.addressee(),
        mailbox.channel());
    held.forEach(one -> count("held", one.verdict().reason()));
  }

  private void drop(Mailbox mailbox, List<Dropped> dropped) {
    if (dropped.isEmpty()) {
      return;
    }
    sql.update(
        DROP,
        dropped.stream().map(one -> one.waiting().messageId()).toList(),
        dropped.stream().map(one -> one.reason().wire()).toList(),
        mailbox.addressee(),
        mailbox.channel());
    dropped.forEach(one -> count("dropped", one.reason()));
  }

  private void count(String verdict, Reason reason) {
    counter.count("caseclock.pipeline." + verdict, "reason", reason.wire(), 1);
  }

  @Override
  public void enclosed(Mailbox mailbox, MessageGroup envelope, String deliveryId) {
    sql.update(
        ENCLOSE,
        deliveryId,
        envelope.messages().stream().map(PendingMessage::messageId).toList(),
        mailbox.addressee(),
        mailbox.channel());
    counter.count(
        "caseclock.pipeline.messages",
        "shape",
        envelope.shape().name().toLowerCase(Locale.ROOT),
        1);
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(row.getString(1), row.getString(2));
  }

  private static PendingMessage waiting(ResultSet row) throws SQLException {
    return new PendingMessage(
        row.getString("message_id"),
        row.getString("recipient"),
        row.getString("channel"),
        MessageKind.ofWire(row.getString("kind")),
        line(row.getString("path")),
        row.getString("posted_at"),
        RecipientReason.ofWire(row.getString("why")),
        row.getString("case_id"),
        row.getString("deadline_id"),
        row.getString("rule"),
        row.getString("list"),
        row.getString("severity"),
        row.getString("stage"),
        Sql.instant(row, "due_at"),
        row.getBoolean("critical"),
        row.getBoolean("digest"),
        row.getBoolean("holds"),
        Sql.required(row, "queued_at"),
        Reason.ofWire(row.getString("reason")));
  }

  /** The unit and those above it, nearest first, from {@code /D01/D0102/}. */
  private static List<String> line(String path) {
    return Arrays.asList(path.substring(1).split("/")).reversed();
  }
}
