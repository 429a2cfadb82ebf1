package io.caseclock.notify.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads inboxes for the people they belong to. */
public interface Inboxes {

  List<FiledMessage> page(InboxQuery query);

  /** Marks a person's own message as read; empty where the person has no such message. */
  Optional<FiledMessage> read(String id, String person, Instant at);

  /**
   * Marks a person's messages as read that say nothing but what stands in this message, by whatever
   * channel it went to the person; for somebody else's message nothing.
   */
  void readWith(String messageId, String person, Instant at);

  /** Messages neither read nor overtaken in all that they say. */
  long unread(String person);

  /**
   * All letters of a message that went to the person by any channel, the gravest first; of a
   * message to a group, those that the person was told as well.
   *
   * @param after how many were seen already
   */
  List<InboxMessage.Enclosed> letters(String messageId, String person, int after, int limit);

  /** The letters of these ids, in no order; those that are not there are left out. */
  List<Letter> byIds(Collection<String> ids);

  /** The open warnings and breaches of a unit's subtree, the gravest first, then by due instant. */
  List<Letter> openAlarms(String rootUnit, int limit);

  /** How many deadlines of a subtree have an open warning, and how many are in breach. */
  AlarmCounts countAlarms(String rootUnit);

  /** Each deadline counts once, as the gravest that was told of it. */
  record AlarmCounts(long warnings, long breaches) {}
}
