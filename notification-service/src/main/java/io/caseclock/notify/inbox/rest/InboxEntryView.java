package io.caseclock.notify.inbox.rest;

import io.caseclock.contract.Names;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxEntry.Told;
import io.caseclock.notify.message.MessageTexts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inbox entry as the API shows it: a message, as the API calls it.
 *
 * @param kind of the most pressing message
 * @param level of the gravest message
 * @param count messages in it; {@code letters}, as the API calls them, shows the first twenty
 * @param superseded true where none of the messages shown holds any more
 */
public record InboxEntryView(
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
    List<MessageView> letters) {

  static InboxEntryView of(InboxEntry entry, MessageTexts texts) {
    return new InboxEntryView(
        entry.id(),
        entry.seq(),
        entry.person(),
        entry.kind().wire(),
        entry.level(),
        entry.count(),
        title(entry, texts),
        entry.createdAt(),
        entry.readAt(),
        entry.messages().stream().allMatch(one -> one.supersededAt() != null),
        entry.messages().stream().map(MessageView::of).toList());
  }

  private static Names title(InboxEntry entry, MessageTexts texts) {
    return entry.count() == 1 && !entry.messages().isEmpty()
        ? entry.messages().getFirst().message().title()
        : texts.say("message.many", entry.count(), texts.say("push.level." + entry.level()));
  }

  /** A message in an entry. */
  public record MessageView(
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
      @Nullable ZoneId zone,
      @Nullable Instant supersededAt,
      @Nullable String supersededReason) {

    static MessageView of(Told told) {
      var message = told.message();
      var superseded = told.superseded();
      return new MessageView(
          message.id(),
          message.kind().wire(),
          told.why().wire(),
          message.unit(),
          message.deadlineId(),
          message.noticeId(),
          message.caseId(),
          message.subject(),
          message.rule(),
          message.title(),
          message.text(),
          message.severity(),
          message.stage(),
          message.dueAt(),
          message.zone(),
          told.supersededAt(),
          superseded == null ? null : superseded.wire());
    }
  }
}
