package io.caseclock.notify.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The inboxes. Every method takes part in the caller's transaction. */
public interface Notifications {

  /** Files a message for each recipient; one that is there already stays as it is. */
  void file(Message message, List<Recipient> recipients, Instant at);

  /** Marks what was told of a deadline as no longer holding; read and unread alike. */
  void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at);

  /** Marks what was told of a notice as no longer holding. */
  void supersedeNotice(String noticeId, Superseded why, Instant at);
}
