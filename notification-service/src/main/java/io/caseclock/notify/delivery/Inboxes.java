package io.caseclock.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads inboxes for the people they belong to. */
public interface Inboxes {

  List<FiledMessage> page(InboxQuery query);

  /** Marks a person's own message as read; empty where the person has no such message. */
  Optional<FiledMessage> read(String id, String person, Instant at);

  long unread(String person);

  /**
   * The open warnings and breaches of a unit's subtree, one a deadline, the gravest first, then by
   * due instant.
   */
  List<InboxMessage> openAlarms(String rootUnit, int limit);

  /** How many deadlines of a subtree have an open warning, and how many are in breach. */
  AlarmCounts countAlarms(String rootUnit);

  /** Each deadline counts once, as the gravest that was told of it. */
  record AlarmCounts(long warnings, long breaches) {}
}
