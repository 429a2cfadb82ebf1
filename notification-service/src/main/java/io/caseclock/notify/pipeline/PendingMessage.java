package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.silence.Silence.Told;
import java.util.List;

/**
 * A message on its way to one recipient by one channel.
 *
 * @param line the unit that the message concerns, and the units above it
 * @param holds false once a later event overtook it
 * @param lastReason what the pipeline said of it before
 */
public record PendingMessage(
    Message message,
    MessageRecipient recipient,
    List<String> line,
    boolean holds,
    Reason lastReason) {

  public PendingMessage {
    line = List.copyOf(line);
  }

  public String unit() {
    return line.getFirst();
  }

  public boolean isCritical() {
    return recipient.critical();
  }

  Told told() {
    return new Told(
        message.kind().policyWord(),
        message.severity(),
        message.list(),
        message.rule(),
        message.caseId(),
        line,
        recipient.recipient(),
        recipient.unit(),
        recipient.why().isSupervising(),
        message.tellsAccess());
  }

  /** Whether it says the same as another one, of the same deadline and the same stage of it. */
  boolean saysTheSameAs(PendingMessage other) {
    return message.deadlineId() != null
        && message.deadlineId().equals(other.message.deadlineId())
        && message.kind() == other.message.kind()
        && message.stage() != null
        && message.stage().equals(other.message.stage());
  }
}
