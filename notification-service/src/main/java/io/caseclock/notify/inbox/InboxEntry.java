package io.caseclock.notify.inbox;

import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.message.Superseded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in one person's inbox: one message, or all that came together.
 *
 * @param seq the entry's number; later entries have higher ones
 * @param kind of the most pressing message
 * @param level of the gravest message
 * @param count how many messages it holds
 * @param messages the gravest first; of a large entry only the first ones
 */
public record InboxEntry(
    long seq,
    String id,
    String person,
    MessageKind kind,
    String level,
    int count,
    Instant createdAt,
    @Nullable Instant readAt,
    List<Told> messages) {

  public InboxEntry {
    messages = List.copyOf(messages);
  }

  /** The same entry with its messages. */
  public InboxEntry with(List<Told> told) {
    return new InboxEntry(seq, id, person, kind, level, count, createdAt, readAt, told);
  }

  /**
   * A message as this person was told it.
   *
   * @param why the reason why just this person is told
   * @param superseded why it no longer holds; null while it does
   */
  public record Told(
      Message message,
      RecipientReason why,
      @Nullable Instant supersededAt,
      @Nullable Superseded superseded) {}
}
