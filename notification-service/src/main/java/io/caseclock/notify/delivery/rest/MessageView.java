package io.caseclock.notify.delivery.rest;

import io.caseclock.contract.Names;
import io.caseclock.notify.delivery.FiledMessage;
import io.caseclock.notify.delivery.InboxMessage;
import io.caseclock.notify.delivery.InboxMessage.Enclosed;
import io.caseclock.notify.delivery.Wording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as the API shows it.
 *
 * @param kind of the most pressing letter
 * @param level of the gravest letter
 * @param count letters in it; {@code letters} shows the first twenty
 * @param superseded true where none of the letters shown holds any more
 */
public record MessageView(
    String id,
    long seq,
    String person,
    String kind,
    String level,
    int count,
    Names title,
    Instant createdAt,
    @Nullable Instant readAt,
    boolean superseded,
    List<LetterView> letters) {

  static MessageView of(FiledMessage filed, Wording wording) {
    var message = filed.message();
    return new MessageView(
        message.id(),
        filed.seq(),
        message.person(),
        message.kind().wire(),
        message.level(),
        message.count(),
        title(message, wording),
        message.createdAt(),
        message.readAt(),
        message.letters().stream().allMatch(one -> one.supersededAt() != null),
        message.letters().stream().map(LetterView::of).toList());
  }

  private static Names title(InboxMessage message, Wording wording) {
    return message.count() == 1 && !message.letters().isEmpty()
        ? message.letters().getFirst().letter().title()
        : wording.say(
            "message.many", message.count(), wording.say("push.level." + message.level()));
  }

  /** A letter in a message. */
  public record LetterView(
      String id,
      String kind,
      String why,
      String unit,
      @Nullable String deadlineId,
      @Nullable String noticeId,
      String caseId,
      String subject,
      @Nullable String rule,
      Names title,
      Names text,
      String severity,
      @Nullable String stage,
      @Nullable Instant dueAt,
      @Nullable Instant supersededAt,
      @Nullable String supersededReason) {

    static LetterView of(Enclosed enclosed) {
      var letter = enclosed.letter();
      var superseded = enclosed.superseded();
      return new LetterView(
          letter.id(),
          letter.kind().wire(),
          enclosed.why().wire(),
          letter.unit(),
          letter.deadlineId(),
          letter.noticeId(),
          letter.caseId(),
          letter.subject(),
          letter.rule(),
          letter.title(),
          letter.text(),
          letter.severity(),
          letter.stage(),
          letter.dueAt(),
          enclosed.supersededAt(),
          superseded == null ? null : superseded.wire());
    }
  }
}
