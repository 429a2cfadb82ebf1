package io.caseclock.notify.delivery.jdbc;

import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.channel.Outgoing;
import io.caseclock.notify.channel.OutgoingQueue;
import io.caseclock.notify.channel.Receiver;
import java.util.List;
import java.util.function.Function;

/** Table {@code delivery}, written in the business transaction. */
public final class JdbcOutgoingQueue implements OutgoingQueue {

  private static final String QUEUE =
      """
      insert into delivery (id, channel, recipient, is_personal, unit, kind, level, count, event_id,
        case_id, body, queued_at, next_attempt_at)
      values (?, ?, ?, false, ?, ?, ?, 1, ?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;

  private final Sql sql;
  private final List<Receiver> receivers;
  private final Directory directory;
  private final Function<Outgoing, byte[]> body;

  public JdbcOutgoingQueue(
      Sql sql, List<Receiver> receivers, Directory directory, Function<Outgoing, byte[]> body) {
    this.sql = sql;
    this.receivers = List.copyOf(receivers);
    this.directory = directory;
    this.body = body;
  }

  @Override
  public void queue(Outgoing outgoing) {
    if (receivers.isEmpty()) {
      return;
    }
    var line = directory.line(outgoing.unit());
    receivers.stream()
        .filter(receiver -> listens(receiver, line))
        .forEach(receiver -> queue(receiver, outgoing));
  }

  private static boolean listens(Receiver receiver, List<String> line) {
    return receiver.units().isEmpty() || receiver.units().stream().anyMatch(line::contains);
  }

  private void queue(Receiver receiver, Outgoing outgoing) {
    sql.update(
        QUEUE,
        receiver.name() + ":" + outgoing.id(),
        receiver.name(),
        receiver.name(),
        outgoing.unit(),
        outgoing.kind(),
        outgoing.level(),
        outgoing.id(),
        outgoing.caseId(),
        body.apply(outgoing),
        outgoing.at(),
        outgoing.at());
  }
}
