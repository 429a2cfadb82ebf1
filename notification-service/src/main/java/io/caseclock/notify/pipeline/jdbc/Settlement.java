package io.caseclock.notify.pipeline.jdbc;

import static io.caseclock.jdbc.Sql.column;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.jdbc.CommittedCounter;
import io.caseclock.notify.pipeline.Mailboxes.Mailbox;
import io.caseclock.notify.pipeline.Mailboxes.Settled;
import io.caseclock.notify.pipeline.PendingMessage;
import io.caseclock.notify.pipeline.PipelineResult.Dropped;
import io.caseclock.notify.pipeline.PipelineResult.Held;
import io.caseclock.notify.pipeline.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps what became of the messages of many mailboxes: three statements, whatever their number. */
final class Settlement {

  private static final String HOLD =
      """
      update message_recipient a set reason = r.reason, ready_at = r.ready_at::timestamptz
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as r(message_id, recipient, channel, reason, ready_at)
      where a.message_id = r.message_id and a.recipient = r.recipient and a.channel = r.channel
      """;

  static final String DROP =
      """
      update message_recipient a set state = 'dropped', reason = r.reason, ready_at = null
      from unnest(?::text[], ?::text[], ?::text[], ?::text[])
        as r(message_id, recipient, channel, reason)
      where a.message_id = r.message_id and a.recipient = r.recipient and a.channel = r.channel
      """;

  private static final String SENT =
      """
      update message_recipient a
      set state = 'sent', reason = 'sent', ready_at = null, delivery_id = r.delivery_id
      from unnest(?::text[], ?::text[], ?::text[], ?::text[])
        as r(message_id, recipient, channel, delivery_id)
      where a.message_id = r.message_id and a.recipient = r.recipient and a.channel = r.channel
      """;

  private final Sql sql;
  private final CommittedCounter counter;

  Settlement(Sql sql, CommittedCounter counter) {
    this.sql = sql;
    this.counter = counter;
  }

  void write(List<Settled> mailboxes) {
    hold(rows(mailboxes, one -> one.held().stream().map(Placed.at(one.mailbox()))));
    drop(rows(mailboxes, one -> one.dropped().stream().map(Placed.at(one.mailbox()))));
    sent(rows(mailboxes, Settlement::out));
    mailboxes.forEach(this::countGroups);
  }

  /** What is said of one thing in a mailbox. */
  private record Placed<T>(Mailbox mailbox, T what) {
    static <T> Function<T, Placed<T>> at(Mailbox mailbox) {
      return what -> new Placed<>(mailbox, what);
    }
  }

  /** A message that went out by a delivery. */
  private record Gone(PendingMessage pending, String deliveryId) {}

  private static Stream<Placed<Gone>> out(Settled settled) {
    return settled.out().stream()
        .flatMap(one -> one.group().messages().stream().map(it -> new Gone(it, one.deliveryId())))
        .map(Placed.at(settled.mailbox()));
  }

  private static <T> List<Placed<T>> rows(
      List<Settled> mailboxes, Function<Settled, Stream<Placed<T>>> of) {
    return mailboxes.stream().flatMap(of).toList();
  }

  private void hold(List<Placed<Held>> held) {
    if (held.isEmpty()) {
      return;
    }
    sql.update(
        HOLD,
        column(held, one -> one.what().pending().message().id()),
        column(held, one -> one.mailbox().recipient()),
        column(held, one -> one.mailbox().channel()),
        column(held, one -> one.what().verdict().reason().wire()),
        column(held, one -> one.what().verdict().until()));
    count("caseclock.pipeline.held", held, one -> one.verdict().reason());
  }

  private void drop(List<Placed<Dropped>> dropped) {
    if (dropped.isEmpty()) {
      return;
    }
    sql.update(
        DROP,
        column(dropped, one -> one.what().pending().message().id()),
        column(dropped, one -> one.mailbox().recipient()),
        column(dropped, one -> one.mailbox().channel()),
        column(dropped, one -> one.what().reason().wire()));
    count("caseclock.pipeline.dropped", dropped, Dropped::reason);
  }

  private void sent(List<Placed<Gone>> gone) {
    if (gone.isEmpty()) {
      return;
    }
    sql.update(
        SENT,
        column(gone, one -> one.what().pending().message().id()),
        column(gone, one -> one.mailbox().recipient()),
        column(gone, one -> one.mailbox().channel()),
        column(gone, one -> one.what().deliveryId()));
  }

  private <T> void count(String meter, List<Placed<T>> rows, Function<T, Reason> reason) {
    rows.stream()
        .collect(Collectors.groupingBy(one -> reason.apply(one.what()), Collectors.counting()))
        .forEach((why, amount) -> counter.count(meter, "reason", why.wire(), amount.intValue()));
  }

  private void countGroups(Settled settled) {
    for (var one : settled.out()) {
      var shape = one.group().shape().name().toLowerCase(Locale.ROOT);
      counter.count(
          "caseclock.pipeline.groups",
          Map.of("channel", settled.mailbox().channel(), "shape", shape),
          1);
    }
  }
}
