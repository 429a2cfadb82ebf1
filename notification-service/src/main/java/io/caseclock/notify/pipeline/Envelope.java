package io.caseclock.notify.pipeline;

import io.caseclock.notify.delivery.MessageKind;
import java.util.Comparator;
import java.util.List;

/**
 * Letters that go out as one message.
 *
 * @param letters at least one
 */
public record Envelope(Shape shape, List<Waiting> letters) {

  private static final List<String> LEVELS = List.of("grave", "serious", "ordinary");

  /** How the letters came together. */
  public enum Shape {
    SINGLE,
    /** One unit, one window. */
    GROUP,
    /** Held back for a while, of any unit. */
    DIGEST;
  }

  public Envelope {
    letters = List.copyOf(letters);
    if (letters.isEmpty()) {
      throw new IllegalArgumentException("an envelope without a letter");
    }
  }

  static Envelope of(Shape many, List<Waiting> letters) {
    return new Envelope(letters.size() == 1 ? Shape.SINGLE : many, letters);
  }

  /** The gravest of its letters. */
  public String level() {
    return letters.stream()
        .map(Waiting::severity)
        .min(Comparator.comparingInt(LEVELS::indexOf))
        .orElseThrow();
  }

  /** The most pressing of its letters' kinds. */
  public MessageKind kind() {
    return letters.stream().map(Waiting::kind).min(Comparator.naturalOrder()).orElseThrow();
  }

  public boolean isCritical() {
    return letters.stream().anyMatch(Waiting::critical);
  }

  /** The unit that all letters concern; a digest may concern several, and then it is the first. */
  public String unit() {
    return letters.getFirst().unit();
  }
}
