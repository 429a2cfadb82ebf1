package io.caseclock.notify.notice;

import io.caseclock.contract.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a list of notices is sorted. */
public enum NoticeOrder {
  /** By the instant of issue, the newest first. */
  NEWEST,
  /** By the instant of issue, the oldest first. */
  OLDEST,
  /** By the due instant of what has to be done next; what has none last. */
  DUE,
  /** The gravest first, and of equal ones what is due first. */
  SEVERITY;

  public String wire() {
    return Words.of(this);
  }

  public static Optional<NoticeOrder> ofWire(String word) {
    return Arrays.stream(values()).filter(order -> order.wire().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(NoticeOrder::wire).toList();
  }
}
