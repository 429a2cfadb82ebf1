package io.caseclock.monitor.report;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order deadlines are listed. What is equal comes by due instant, what has none last, and
 * then by id; what began at the same time comes by id. Descending is the exact reverse.
 */
public record DeadlineOrder(Key key, boolean isDescending) {

  /** By due instant, the earliest first. */
  public static final DeadlineOrder USUAL = new DeadlineOrder(Key.DUE, false);

  /** What comes first in the order. */
  public enum Key {
    DUE,
    /** The gravest first. */
    SEVERITY,
    /** By the unit's id. */
    UNIT,
    /** By the rule's id. */
    RULE,
    /** By the officer's id; what has none comes first. */
    OFFICER,
    /** By the starting instant. */
    STARTED
  }

  /** The key's word, with a minus before it where it is descending. */
  public String wire() {
    return (isDescending ? "-" : "") + Words.of(key);
  }

  /** All words. */
  public static List<String> words() {
    return all().map(DeadlineOrder::wire).toList();
  }

  /** Refuses a word that is not known with an {@link IllegalArgumentException}. */
  public static DeadlineOrder ofWire(String word) {
    return all()
        .filter(order -> order.wire().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not an order: " + word));
  }

  private static Stream<DeadlineOrder> all() {
    return Arrays.stream(Key.values())
        .flatMap(key -> Stream.of(new DeadlineOrder(key, false), new DeadlineOrder(key, true)));
  }
}
