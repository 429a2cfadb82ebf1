package io.caseclock.notify.pipeline;

import io.caseclock.notify.message.MessageKind;
import java.util.Comparator;
import java.util.List;

/**
 * Messages that go out together.
 *
 * @param messages at least one
 */
public record MessageGroup(Shape shape, List<PendingMessage> messages) {

  private static final List<String> LEVELS = List.of("grave", "serious", "ordinary");

  /** How the messages came together. */
  public enum Shape {
    SINGLE,
    /** One unit, one window. */
    GROUP,
    /** Held back for a while, of any unit. */
    DIGEST
  }

  public MessageGroup {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a group without a message");
    }
  }

  static MessageGroup of(Shape many, List<PendingMessage> messages) {
    return new MessageGroup(messages.size() == 1 ? Shape.SINGLE : many, messages);
  }

  /** The gravest of its messages' severities. */
  public String level() {
    return messages.stream()
        .map(pending -> pending.message().severity())
        .min(Comparator.comparingInt(LEVELS::indexOf))
        .orElseThrow();
  }

  /** The most pressing of its messages' kinds. */
  public MessageKind kind() {
    return messages.stream()
        .map(pending -> pending.message().kind())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  public boolean isCritical() {
    return messages.stream().anyMatch(PendingMessage::isCritical);
  }

  /** The unit that all messages concern; a digest may concern several, then it is the first. */
  public String unit() {
    return messages.getFirst().unit();
  }
}
