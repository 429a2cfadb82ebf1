package io.caseclock.notify.pipeline.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.pipeline.Mailboxes;
import io.caseclock.notify.pipeline.PendingMessage;
import io.caseclock.notify.pipeline.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The waiting rows of {@code message_recipient}; a mailbox is claimed by an advisory lock of the
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

  private static final String NEXT_READY =
      """
      select min(ready_at) as ready_at from message_recipient
      where state = 'waiting' and ready_at > ?
      """;

  private static final String WAITING =
      """
      select r.*, coalesce(u.path, '/' || m.unit || '/') as path, m.superseded_at is null as holds
      from message_recipient r join message m on m.id = r.message_id left join unit u on u.id = m.unit
      where r.state = 'waiting' and (r.ready_at <= ? or r.reason in ('new', 'grouping'))
        and (r.recipient, r.channel) in (select * from unnest(?::text[], ?::text[]))
      order by r.queued_at, r.message_id
      for update of r skip locked
      """;

  private static final String SENT_SINCE =
      """
      select recipient, channel, count(*) from delivery
      where (recipient, channel) in (select * from unnest(?::text[], ?::text[])) and queued_at > ?
      group by recipient, channel
      union all
      select person, ?, count(*) from inbox_entry where person = any (?) and created_at > ?
      group by person
      """;

  private static final String SENT_BY =
      "select * from message_recipient where delivery_id = any (?) and state = 'sent' for update";

  private static final String PUT_BACK =
      """
      update message_recipient
      set state = 'waiting', reason = 'circuit-open', ready_at = ?, delivery_id = null
      where message_id = ? and recipient = ? and channel = ?
      """;

  private final Sql sql;
  private final MessageStore messages;
  private final Settlement settlement;

  public JdbcMailboxes(Sql sql, MessageStore messages, CommittedCounter counter) {
    this.sql = sql;
    this.messages = messages;
    this.settlement = new Settlement(sql, counter);
  }

  private record Key(String recipient, String channel) {}

  /** A waiting row before its message was read. */
  private record Row(MessageRecipient recipient, List<String> line, boolean holds, Reason reason) {
    Key key() {
      return new Key(recipient.recipient(), recipient.channel());
    }
  }

  @Override
  public List<Mailbox> claim(int limit, Instant now) {
    var keys = sql.query(CLAIM, JdbcMailboxes::key, now, limit);
    if (keys.isEmpty()) {
      return List.of();
    }
    var pending = pending(keys, now);
    var sent = sentSince(keys, now.minus(HOUR));
    return keys.stream()
        .map(
            key ->
                new Mailbox(
                    key.recipient(),
                    key.channel(),
                    pending.getOrDefault(key, List.of()),
                    sent.getOrDefault(key, 0)))
        .toList();
  }

  @Override
  public Optional<Instant> nextReadyAfter(Instant now) {
    return sql.query(NEXT_READY, row -> Optional.ofNullable(Sql.instant(row, "ready_at")), now)
        .getFirst();
  }

  private Map<Key, List<PendingMessage>> pending(List<Key> keys, Instant now) {
    var rows = sql.query(WAITING, JdbcMailboxes::row, now, recipients(keys), channels(keys));
    var byId =
        messages.byIds(rows.stream().map(row -> row.recipient().messageId()).distinct().toList());
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                Row::key,
                Collectors.mapping(
                    row ->
                        new PendingMessage(
                            Objects.requireNonNull(byId.get(row.recipient().messageId())),
                            row.recipient(),
                            row.line(),
                            row.holds(),
                            row.reason()),
                    Collectors.toList())));
  }

  private Map<Key, Integer> sentSince(List<Key> keys, Instant since) {
    var people =
        keys.stream()
            .filter(key -> key.channel().equals(MessageRecipient.IN_APP))
            .map(Key::recipient)
            .toList();
    Map<Key, Integer> sent = new LinkedHashMap<>();
    sql.query(
            SENT_SINCE,
            row -> Map.entry(key(row), row.getInt(3)),
            recipients(keys),
            channels(keys),
            since,
            MessageRecipient.IN_APP,
            people,
            since)
        .forEach(count -> sent.put(count.getKey(), count.getValue()));
    return sent;
  }

  private static List<String> recipients(List<Key> keys) {
    return keys.stream().map(Key::recipient).toList();
  }

  private static List<String> channels(List<Key> keys) {
    return keys.stream().map(Key::channel).toList();
  }

  @Override
  public void settle(List<Settled> mailboxes) {
    settlement.write(mailboxes);
  }

  @Override
  public List<Sent> sentBy(Collection<String> deliveryIds) {
    return sql.query(
        SENT_BY, row -> new Sent(row.getString("delivery_id"), recipient(row)), deliveryIds);
  }

  @Override
  public void putBack(Sent sent, Instant readyAt) {
    var recipient = sent.recipient();
    sql.update(
        PUT_BACK, readyAt, recipient.messageId(), recipient.recipient(), recipient.channel());
  }

  @Override
  public void drop(Sent sent, Reason reason) {
    var recipient = sent.recipient();
    sql.update(
        Settlement.DROP,
        List.of(recipient.messageId()),
        List.of(recipient.recipient()),
        List.of(recipient.channel()),
        List.of(reason.wire()));
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(row.getString(1), row.getString(2));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        recipient(row),
        line(row.getString("path")),
        row.getBoolean("holds"),
        Reason.ofWire(row.getString("reason")));
  }

  private static MessageRecipient recipient(ResultSet row) throws SQLException {
    var queuedAt = Sql.required(row, "queued_at");
    var readyAt = Sql.instant(row, "ready_at");
    return new MessageRecipient(
        row.getString("message_id"),
        row.getString("recipient"),
        row.getString("channel"),
        row.getString("unit"),
        RecipientReason.ofWire(row.getString("why")),
        row.getBoolean("critical"),
        row.getBoolean("digest"),
        List.of((String[]) row.getArray("fallback").getArray()),
        queuedAt,
        readyAt == null ? queuedAt : readyAt);
  }

  /** The unit and those above it, nearest first, from {@code /D01/D0102/}. */
  private static List<String> line(String path) {
    return Arrays.asList(path.substring(1).split("/")).reversed();
  }
}
