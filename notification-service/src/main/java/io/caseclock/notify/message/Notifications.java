package io.caseclock.notify.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Tells people, and takes back what no longer holds. Takes part in the caller's transaction. */
public interface Notifications {

  /** Tells these people, each by the channels that the policy names for such a message. */
  void notify(Message message, List<Recipient> recipients, Instant at);

  /** Sends a message to every system that listens to all of the unit's messages. */
  void publish(Message message, Instant at);

  /** Marks what was told of a deadline as no longer holding; read and unread alike. */
  void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at);

  /**
   * Marks what was told of a notice as no longer holding, and takes back what is still on its way;
   * returns to whom something of it had gone out before.
   */
  Set<String> supersedeNotice(String noticeId, Superseded why, Instant at);
}
