package io.caseclock.notify.pipeline;

import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.InboxSnapshot;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inboxes in memory, to which entries are only added. */
final class KnownInboxes implements Inboxes {

  private final List<InboxEntry> entries = new ArrayList<>();

  List<InboxEntry> entries() {
    return entries;
  }

  @Override
  public void add(List<InboxEntry> added) {
    entries.addAll(added);
  }

  @Override
  public List<InboxEntry> page(InboxQuery query) {
    return entries.stream().filter(one -> one.person().equals(query.person())).toList();
  }

  @Override
  public Optional<InboxEntry> read(String id, String person, Instant at) {
    return entries.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  @Override
  public void readWith(String id, String person, Instant at) {
    throw new UnsupportedOperationException("nobody reads here");
  }

  @Override
  public InboxSnapshot snapshot() {
    throw new UnsupportedOperationException("nobody reads here");
  }

  @Override
  public int readAll(String person, InboxSnapshot seen, Set<MessageKind> kinds, Instant at) {
    throw new UnsupportedOperationException("nobody reads here");
  }

  @Override
  public long unread(String person) {
    return page(new InboxQuery(person, true, java.util.OptionalLong.empty(), 500)).size();
  }

  @Override
  public List<InboxEntry.Told> messages(String id, String person, int after, int limit) {
    return List.of();
  }
}
