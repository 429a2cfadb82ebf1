package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.silence.Silence.Told;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to one addressee by one channel.
 *
 * @param line the unit that the message concerns, and the units above it
 * @param postedAt the unit in which the addressee serves
 * @param critical neither digest nor budget holds it back
 * @param digest may wait for the start of the working day
 * @param holds false once a later event overtook it
 * @param lastReason what the pipeline said of it before
 */
public record PendingMessage(
    String messageId,
    String addressee,
    String channel,
    MessageKind kind,
    List<String> line,
    String postedAt,
    RecipientReason why,
    String caseId,
    @Nullable String deadlineId,
    @Nullable String rule,
    @Nullable String list,
    String severity,
    @Nullable String stage,
    @Nullable Instant dueAt,
    boolean critical,
    boolean digest,
    boolean holds,
    Instant queuedAt,
    Reason lastReason) {

  public PendingMessage {
    line = List.copyOf(line);
  }

  public String unit() {
    return line.getFirst();
  }

  Told told() {
    return new Told(
        kind.policyWord(),
        severity,
        list,
        rule,
        caseId,
        line,
        addressee,
        postedAt,
        why.isSupervising());
  }

  /** Whether it says the same as another one, of the same deadline and the same stage of it. */
  boolean saysTheSameAs(PendingMessage other) {
    return deadlineId != null
        && deadlineId.equals(other.deadlineId)
        && kind == other.kind
        && stage != null
        && stage.equals(other.stage);
  }
}
