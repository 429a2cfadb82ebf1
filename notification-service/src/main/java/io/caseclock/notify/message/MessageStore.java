package io.caseclock.notify.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where messages are kept, and whom they go to. Every method takes part in the caller's
 * transaction.
 */
public interface MessageStore {

  /** Keeps a message; one that is there already stays as it is. */
  void keep(Message message, Instant at);

  Optional<Message> byId(String id);

  /** The messages of these ids, by id; those that are not there are left out. */
  Map<String, Message> byIds(Collection<String> ids);

  /** Puts a message on its way to its recipients; where it is on it already, nothing changes. */
  void send(List<MessageRecipient> recipients);

  /**
   * Marks what was told of a deadline as no longer holding, takes back what is still on its way,
   * and leaves what was delivered with the mark.
   */
  void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at);

  /**
   * The same for what was told of a notice; returns the recipients in whose inbox it stands, or to
   * whom a channel has taken it.
   */
  Set<String> supersedeNotice(String noticeId, Superseded why, Instant at);

  /** Notes that no channel of the policy reaches an officer; true where that is news. */
  boolean noteGap(String officer, Instant at);

  /** Notes that an officer is reached again. */
  void closeGap(String officer, Instant at);
}
