package io.caseclock.notify.inbox;

import io.caseclock.notify.message.MessageKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The inboxes of all people. Every method takes part in the caller's transaction. */
public interface Inboxes {

  /** Enters what people are told; an entry that is there already stays as it is. */
  void add(List<InboxEntry> entries);

  List<InboxEntry> page(InboxQuery query);

  /** Marks a person's own entry as read; empty where the person has no such entry. */
  Optional<InboxEntry> read(String id, String person, Instant at);

  /**
   * Marks a person's entries as read that say nothing but what stands in this entry or delivery, by
   * whatever channel it went to the person; for somebody else's nothing.
   */
  void readWith(String id, String person, Instant at);

  /** What stands in all inboxes now. */
  InboxSnapshot snapshot();

  /**
   * Marks a person's entries as read that stood there at that moment.
   *
   * @param kinds of the most pressing message; empty for all
   * @return how many were not read before
   */
  int readAll(String person, InboxSnapshot seen, Set<MessageKind> kinds, Instant at);

  /** So many unread entries are counted at most. */
  int MOST_COUNTED = 1_000;

  /** Entries neither read nor overtaken in all that they say; at most {@link #MOST_COUNTED}. */
  long unread(String person);

  /**
   * All messages of an entry or a delivery that went to the person by any channel, the gravest
   * first; of a delivery to a group, those that the person was told as well.
   *
   * @param after how many were seen already
   */
  List<InboxEntry.Told> messages(String id, String person, int after, int limit);
}
