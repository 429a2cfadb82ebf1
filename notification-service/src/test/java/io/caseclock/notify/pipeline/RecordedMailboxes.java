package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.MessageRecipient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Mailboxes in memory that say what became of the messages in them. */
final class RecordedMailboxes implements Mailboxes {

  private final List<Sent> sent = new ArrayList<>();
  private final List<Mailbox> waiting = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  List<String> log() {
    return log;
  }

  void sent(String deliveryId, MessageRecipient recipient) {
    sent.add(new Sent(deliveryId, recipient));
  }

  void waits(Mailbox mailbox) {
    waiting.add(mailbox);
  }

  @Override
  public List<Mailbox> claim(int limit, Instant now) {
    var claimed = List.copyOf(waiting);
    waiting.clear();
    return claimed;
  }

  @Override
  public Optional<Instant> nextReadyAfter(Instant now) {
    return waiting.stream()
        .flatMap(mailbox -> mailbox.pending().stream())
        .map(pending -> pending.recipient().readyAt())
        .filter(readyAt -> readyAt.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  @Override
  public void settle(List<Settled> mailboxes) {
    mailboxes.forEach(this::settle);
  }

  private void settle(Settled settled) {
    for (var one : settled.held()) {
      log.add(one.pending().message().id() + " held " + one.verdict().reason().wire());
    }
    for (var one : settled.dropped()) {
      log.add(one.pending().message().id() + " dropped " + one.reason().wire());
    }
    for (var one : settled.out()) {
      one.group()
          .messages()
          .forEach(it -> log.add(it.message().id() + " sent as " + one.deliveryId()));
    }
  }

  @Override
  public List<Sent> sentBy(Collection<String> deliveryIds) {
    return sent.stream().filter(one -> deliveryIds.contains(one.deliveryId())).toList();
  }

  @Override
  public void putBack(Sent sent, Instant readyAt) {
    log.add(sent.recipient().messageId() + " waits until " + readyAt);
  }

  @Override
  public void drop(Sent sent, Reason reason) {
    log.add(sent.recipient().messageId() + " dropped " + reason.wire());
  }
}
