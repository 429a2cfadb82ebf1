package io.caseclock.notify.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in one person's inbox: one letter, or all that came together.
 *
 * @param kind of the most pressing letter
 * @param level of the gravest letter
 * @param count how many letters it holds
 * @param letters the gravest first; of a large message only the first ones
 */
public record InboxMessage(
    String id,
    String person,
    MessageKind kind,
    String level,
    int count,
    Instant createdAt,
    @Nullable Instant readAt,
    List<Enclosed> letters) {

  public InboxMessage {
    letters = List.copyOf(letters);
  }

  /** The same message with its letters. */
  public InboxMessage with(List<Enclosed> enclosed) {
    return new InboxMessage(id, person, kind, level, count, createdAt, readAt, enclosed);
  }

  /**
   * A letter in a message.
   *
   * @param superseded why it no longer holds; null while it does
   */
  public record Enclosed(
      Letter letter,
      TellReason why,
      @Nullable Instant supersededAt,
      @Nullable Superseded superseded) {}
}
