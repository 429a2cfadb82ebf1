package io.caseclock.notify.delivery.rest;

import io.caseclock.contract.Names;
import io.caseclock.notify.delivery.FiledMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as the API shows it. */
public record MessageView(
    String id,
    long seq,
    String kind,
    String person,
    String why,
    String unit,
    @Nullable String deadlineId,
    @Nullable String noticeId,
    String caseId,
    String subject,
    Names title,
    Names text,
    String severity,
    @Nullable String stage,
    @Nullable Instant dueAt,
    Instant createdAt,
    @Nullable Instant readAt,
    @Nullable Instant supersededAt,
    @Nullable String supersededReason) {

  static MessageView of(FiledMessage filed) {
    var message = filed.message();
    var letter = message.letter();
    var superseded = message.superseded();
    return new MessageView(
        message.id(),
        filed.seq(),
        letter.kind().wire(),
        message.recipient().person(),
        message.recipient().why().wire(),
        letter.unit(),
        letter.deadlineId(),
        letter.noticeId(),
        letter.caseId(),
        letter.subject(),
        letter.title(),
        letter.text(),
        letter.severity(),
        letter.stage(),
        letter.dueAt(),
        message.createdAt(),
        message.readAt(),
        message.supersededAt(),
        superseded == null ? null : superseded.wire());
  }
}
