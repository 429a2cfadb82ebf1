package io.caseclock.notify.message.jdbc;

import io.caseclock.batch.BatchCache;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.message.jdbc.JdbcMessageStore.Kept;
import io.caseclock.notify.message.jdbc.JdbcMessageStore.Superseding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes together, at its end, what one batch keeps, sends and supersedes; earlier where the batch
 * asks for it, or says something else of the same deadline. Outside a batch it writes at once.
 */
public final class BatchedMessageStore implements MessageStore {

  private static final List<Object> PENDING = List.of("messages to write");

  private final JdbcMessageStore store;
  private final BatchCache batch;

  public BatchedMessageStore(JdbcMessageStore store, BatchCache batch) {
    this.store = store;
    this.batch = batch;
  }

  /** What is not written yet; superseding comes before what was kept after it. */
  private final class Pending {

    private final Map<String, Superseding> superseding = new LinkedHashMap<>();
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final List<MessageRecipient> recipients = new ArrayList<>();
    private final Set<String> deadlines = new HashSet<>();

    void keep(Message message, Instant at) {
      kept.putIfAbsent(message.id(), new Kept(message, at));
      if (message.deadlineId() != null) {
        deadlines.add(message.deadlineId());
      }
    }

    void supersede(Superseding one) {
      if (!deadlines.add(one.deadlineId())) {
        write();
        deadlines.add(one.deadlineId());
      }
      superseding.put(one.deadlineId(), one);
    }

    void write() {
      store.supersede(superseding.values());
      store.keep(kept.values());
      store.send(recipients);
      superseding.clear();
      kept.clear();
      recipients.clear();
      deadlines.clear();
    }
  }

  private Pending pending() {
    return batch.gathered(PENDING, Pending::new, Pending::write);
  }

  /** Before something is asked that what is pending could change. */
  private void write() {
    if (batch.isRunning()) {
      pending().write();
    }
  }

  @Override
  public void keep(Message message, Instant at) {
    if (batch.isRunning()) {
      pending().keep(message, at);
    } else {
      store.keep(message, at);
    }
  }

  @Override
  public void send(List<MessageRecipient> recipients) {
    if (batch.isRunning()) {
      pending().recipients.addAll(recipients);
    } else {
      store.send(recipients);
    }
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    if (batch.isRunning()) {
      pending().supersede(new Superseding(deadlineId, kinds, why, at));
    } else {
      store.supersede(deadlineId, kinds, why, at);
    }
  }

  @Override
  public Set<String> supersedeNotice(String noticeId, Superseded why, Instant at) {
    write();
    return store.supersedeNotice(noticeId, why, at);
  }

  @Override
  public Optional<Message> byId(String id) {
    write();
    return store.byId(id);
  }

  @Override
  public Map<String, Message> byIds(Collection<String> ids) {
    write();
    return store.byIds(ids);
  }

  @Override
  public boolean noteGap(String officer, Instant at) {
    return store.noteGap(officer, at);
  }

  @Override
  public void closeGap(String officer, Instant at) {
    store.closeGap(officer, at);
  }
}
