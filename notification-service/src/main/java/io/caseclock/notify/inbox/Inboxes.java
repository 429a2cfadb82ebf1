package io.caseclock.notify.inbox;

import io.caseclock.notify.message.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads inboxes for the people they belong to. */
public interface Inboxes {

  List<InboxEntry> page(InboxQuery query);

  /** Marks a person's own entry as read; empty where the person has no such entry. */
  Optional<InboxEntry> read(String id, String person, Instant at);

  /**
   * Marks a person's entries as read that say nothing but what stands in this entry or delivery, by
   * whatever channel it went to the person; for somebody else's nothing.
   */
  void readWith(String id, String person, Instant at);

  /** Entries neither read nor overtaken in all that they say. */
  long unread(String person);

  /**
   * All messages of an entry or a delivery that went to the person by any channel, the gravest
   * first; of a delivery to a group, those that the person was told as well.
   *
   * @param after how many were seen already
   */
  List<InboxEntry.Told> messages(String id, String person, int after, int limit);

  /** The messages of these ids, in no order; those that are not there are left out. */
  List<Message> byIds(Collection<String> ids);

  /** The open warnings and breaches of a unit's subtree, the gravest first, then by due instant. */
  List<Message> openAlarms(String rootUnit, int limit);

  /** How many deadlines of a subtree have an open warning, and how many are in breach. */
  AlarmCounts countAlarms(String rootUnit);

  /** Each deadline counts once, as the gravest that was told of it. */
  record AlarmCounts(long warnings, long breaches) {}
}
