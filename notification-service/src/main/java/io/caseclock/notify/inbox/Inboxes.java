package io.caseclock.notify.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The inboxes of all people. Every method takes part in the caller's transaction. */
public interface Inboxes {

  /** Enters what a person is told; an entry that is there already stays as it is. */
  void add(InboxEntry entry);

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
}
