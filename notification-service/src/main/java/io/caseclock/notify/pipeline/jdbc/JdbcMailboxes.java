package io.caseclock.notify.pipeline.jdbc;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.TellReason;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.pipeline.Envelope;
import io.caseclock.notify.pipeline.Mailboxes;
import io.caseclock.notify.pipeline.Reason;
import io.caseclock.notify.pipeline.Sorted;
import io.caseclock.notify.pipeline.Sorted.Dropped;
import io.caseclock.notify.pipeline.Sorted.Held;
import io.caseclock.notify.pipeline.Waiting;
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
 * Waiting rows of {@code addressed}; a mailbox is claimed by an advisory lock of the transaction.
 */
public final class JdbcMailboxes implements Mailboxes {

  private static final Duration HOUR = Duration.ofHours(1);

  private static final String CLAIM =
      """
      with ready as materialized (
        select addressee, channel from addressed
        where state = 'waiting' and ready_at <= ?
        group by addressee, channel order by min(ready_at), addressee, channel limit ?)
      select addressee, channel from ready
      where pg_try_advisory_xact_lock(hashtextextended(addressee || chr(31) || channel, 14))
      """;
  private static final String WAITING =
      """
      select a.letter_id, a.addressee, a.channel, a.unit as posted_at, a.why, a.critical, a.digest,
        a.queued_at, a.reason, l.kind, l.unit, coalesce(u.path, '/' || l.unit || '/') as path,
        l.case_id, l.deadline_id, l.rule, l.list, l.severity, l.stage, l.due_at,
        l.superseded_at is null as holds
      from addressed a join letter l on l.id = a.letter_id left join unit u on u.id = l.unit
      where a.state = 'waiting' and (a.ready_at <= ? or a.reason in ('new', 'grouping'))
        and (a.addressee, a.channel) in (select * from unnest(?::text[], ?::text[]))
      order by a.queued_at, a.letter_id
      for update of a skip locked
      """;
  private static final String SENT =
      """
      select addressee, channel, count(*) from parcel
      where (addressee, channel) in (select * from unnest(?::text[], ?::text[])) and queued_at > ?
      group by addressee, channel
      """;
  private static final String HOLD =
      """
      update addressed a set reason = r.reason, ready_at = r.ready_at::timestamptz
      from unnest(?::text[], ?::text[], ?::text[]) as r(letter_id, reason, ready_at)
      where a.letter_id = r.letter_id and a.addressee = ? and a.channel = ?
      """;
  private static final String DROP =
      """
      update addressed a set state = 'dropped', reason = r.reason, ready_at = null
      from unnest(?::text[], ?::text[]) as r(letter_id, reason)
      where a.letter_id = r.letter_id and a.addressee = ? and a.channel = ?
      """;
  private static final String ENCLOSE =
      """
      update addressed set state = 'enclosed', reason = 'sent', ready_at = null, message_id = ?
      where letter_id = any (?) and addressee = ? and channel = ?
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
    Map<Key, List<Waiting>> waiting = new LinkedHashMap<>();
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
  public void settle(Mailbox mailbox, Sorted sorted) {
    hold(mailbox, sorted.held());
    drop(mailbox, sorted.dropped());
  }

  private void hold(Mailbox mailbox, List<Held> held) {
    if (held.isEmpty()) {
      return;
    }
    sql.update(
        HOLD,
        held.stream().map(one -> one.waiting().letterId()).toList(),
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
        dropped.stream().map(one -> one.waiting().letterId()).toList(),
        dropped.stream().map(one -> one.reason().wire()).toList(),
        mailbox.addressee(),
        mailbox.channel());
    dropped.forEach(one -> count("dropped", one.reason()));
  }

  private void count(String verdict, Reason reason) {
    counter.count("caseclock.pipeline." + verdict, "reason", reason.wire(), 1);
  }

  @Override
  public void enclosed(Mailbox mailbox, Envelope envelope, String messageId) {
    sql.update(
        ENCLOSE,
        messageId,
        envelope.letters().stream().map(Waiting::letterId).toList(),
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

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        row.getString("letter_id"),
        row.getString("addressee"),
        row.getString("channel"),
        MessageKind.ofWire(row.getString("kind")),
        line(row.getString("path")),
        row.getString("posted_at"),
        TellReason.ofWire(row.getString("why")),
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
